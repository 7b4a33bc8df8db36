SELECT count(*)
FROM record
WHERE kind = 'resident' AND deleted = 0 AND listed = 'name'
    AND (coalesce(body ->> '$.moved_out', '9999') < ?2) = ?1
