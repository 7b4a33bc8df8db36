SELECT count(*)
FROM record
WHERE kind = ?1 AND deleted = 0 AND listed = 'name'
