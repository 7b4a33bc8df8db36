SELECT *
FROM record
WHERE kind = ?1 AND deleted = 0 AND listed = 'time'
ORDER BY at DESC, id
LIMIT ?2 OFFSET ?3
