SELECT count(*)
FROM record
WHERE conflicts <> '[]' AND deleted = 0
