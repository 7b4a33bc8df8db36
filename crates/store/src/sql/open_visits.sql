SELECT *
FROM record
WHERE kind = 'visit' AND deleted = 0 AND body ->> '$.outcome' = 'follow-up'
ORDER BY at DESC
LIMIT ?1
