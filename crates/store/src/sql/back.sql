SELECT *
FROM record
WHERE deleted = 0 AND state <> '' AND state = 'back'
ORDER BY changed_clock DESC, id
LIMIT ?1
