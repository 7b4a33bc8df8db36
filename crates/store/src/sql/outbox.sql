SELECT changeset, sealed
FROM change
WHERE space = ?1 AND device = ?2 AND sealed IS NOT NULL
    AND seq > (SELECT sent FROM space WHERE id = ?1)
ORDER BY seq
