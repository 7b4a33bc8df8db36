-- By arrival, not by the index of the space, which would have the rest of the log sorted.
SELECT * FROM change
WHERE +space = ?1 AND arrival > ?2 AND arrival <= ?3
ORDER BY arrival
