-- What waits for us is due on its day, what waits for a partner is late the day after.
SELECT *
FROM record
WHERE deleted = 0 AND state <> '' AND state IN ('ours', 'theirs')
    AND due <= iif(state = 'ours', ?1, date(?1, '-1 day'))
ORDER BY weight DESC, due, id
LIMIT ?2
