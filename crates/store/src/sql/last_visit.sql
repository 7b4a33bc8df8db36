SELECT max(at)
FROM link
WHERE target = ?1 AND field = 'residents' AND kind = 'visit' AND at < ?2
