SELECT *
FROM record
WHERE deleted = 0 AND state <> '' AND state = 'planned' AND kind = ?1 AND due < ?2
ORDER BY due DESC, id
LIMIT ?3 OFFSET ?4
