SELECT *
FROM record
WHERE kind = 'incident' AND deleted = 0 AND body ->> '$.status' <> 'closed'
ORDER BY at DESC, id
LIMIT ?1
