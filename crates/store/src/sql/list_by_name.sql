SELECT *
FROM record
WHERE kind = ?1 AND deleted = 0 AND listed = 'name'
ORDER BY sort, id
LIMIT ?2 OFFSET ?3
