SELECT count(DISTINCT source)
FROM link
WHERE target = ?1
