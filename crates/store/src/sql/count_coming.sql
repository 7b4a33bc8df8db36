SELECT count(*)
FROM record
WHERE kind = 'appointment' AND deleted = 0 AND coalesce(body ->> '$.status', 'planned') = 'planned'
    AND at >= ?1
