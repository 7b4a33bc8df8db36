SELECT *
FROM record
WHERE kind = 'visit' AND deleted = 0 AND body ->> '$.outcome' = 'follow-up'
    AND NOT EXISTS (SELECT 1 FROM link WHERE link.target = record.id AND link.field = 'from')
ORDER BY at DESC, id
LIMIT ?1 OFFSET ?2
