SELECT at
FROM record
WHERE kind = 'visit' AND deleted = 0 AND listed = 'time' AND at >= ?1 AND at < ?2
ORDER BY at
