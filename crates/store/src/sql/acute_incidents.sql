SELECT *
FROM record
WHERE kind = 'incident' AND deleted = 0 AND body ->> '$.status' <> 'closed'
    AND body ->> '$.seriousness' = 'acute'
ORDER BY at DESC, id
LIMIT ?1
