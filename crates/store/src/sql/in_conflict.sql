SELECT *
FROM record
WHERE conflicts <> '[]' AND deleted = 0
ORDER BY changed_clock DESC
LIMIT ?1 OFFSET ?2
