SELECT changeset, sealed
FROM change
WHERE space = ?1 AND sent = 0
ORDER BY seq
