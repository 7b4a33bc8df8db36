SELECT *
FROM record
WHERE deleted = 0 AND state = 'over'
ORDER BY changed_clock DESC, id
LIMIT ?1
