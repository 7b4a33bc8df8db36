SELECT 1
FROM change
WHERE space = ?1 AND device = ?2 AND seq = ?3 AND sealed = ?4
