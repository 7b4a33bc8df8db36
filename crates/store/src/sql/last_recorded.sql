-- A device's changes, the last first.
SELECT *
FROM change
WHERE space = ?1 AND device = ?2
ORDER BY seq DESC
