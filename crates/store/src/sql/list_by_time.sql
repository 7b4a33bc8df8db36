SELECT *
FROM record
WHERE kind = ?1 AND deleted = 0 AND sort = ''
ORDER BY at DESC, row DESC
LIMIT ?2 OFFSET ?3
