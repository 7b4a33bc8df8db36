-- A tick on a list is settled with what it is a list of.
SELECT *
FROM record
WHERE deleted = 0 AND state <> '' AND state IN ('ours', 'theirs', 'back', 'planned', 'loose')
    AND kind <> 'attendance'
    AND (
        state <> 'loose'
        OR NOT EXISTS (SELECT 1 FROM link WHERE link.target = record.id AND link.field = 'from')
    )
ORDER BY due, at DESC, id
