SELECT count(*)
FROM record
WHERE deleted = 1 AND kind NOT IN ('attendance', 'site-topic')
