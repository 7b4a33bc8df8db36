SELECT *
FROM record
WHERE deleted = 0
    AND id IN (SELECT id FROM same WHERE root = ?1 UNION SELECT root FROM same WHERE root = ?1)
ORDER BY id <> ?1, id
