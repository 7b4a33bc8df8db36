SELECT seq, clock
FROM change
WHERE space = ?1 AND device = ?2
ORDER BY seq DESC
LIMIT 1
