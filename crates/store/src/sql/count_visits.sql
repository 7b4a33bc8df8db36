SELECT count(*)
FROM record
WHERE kind = 'visit' AND deleted = 0 AND sort = '' AND at >= ?1 AND at < ?2
