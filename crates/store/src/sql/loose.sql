-- What is left to do is done, or noted elsewhere, once a record is made from it.
SELECT *
FROM record
WHERE deleted = 0 AND state <> '' AND state = 'loose'
    AND NOT EXISTS (SELECT 1 FROM link WHERE link.target = record.id AND link.field = 'from')
ORDER BY at DESC, id
LIMIT ?1 OFFSET ?2
