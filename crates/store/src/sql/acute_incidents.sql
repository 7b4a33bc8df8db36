SELECT *
FROM record
WHERE kind = 'incident' AND deleted = 0 AND coalesce(body ->> '$.status', 'open') <> 'closed'
    AND body ->> '$.seriousness' = 'acute'
ORDER BY at DESC, id
LIMIT ?1
