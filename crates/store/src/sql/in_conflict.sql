SELECT *
FROM record
WHERE conflicts <> '[]' AND deleted = 0
ORDER BY changed_clock DESC, id
LIMIT ?1 OFFSET ?2
