SELECT count(*)
FROM record
WHERE kind = 'visit' AND deleted = 0 AND body ->> '$.outcome' = 'follow-up'
