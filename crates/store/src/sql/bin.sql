SELECT *
FROM record
WHERE deleted = 1 AND kind NOT IN ('attendance', 'topic-owner')
ORDER BY changed_clock DESC, id
LIMIT ?1 OFFSET ?2
