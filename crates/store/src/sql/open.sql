SELECT *
FROM record
WHERE deleted = 0 AND state <> '' AND state IN ('ours', 'theirs', 'back')
ORDER BY weight DESC, due, at DESC, id
LIMIT ?1
