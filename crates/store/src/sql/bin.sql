SELECT *
FROM record
WHERE deleted = 1 AND kind NOT IN ('attendance', 'site-topic')
ORDER BY changed_clock DESC, id
LIMIT ?1 OFFSET ?2
