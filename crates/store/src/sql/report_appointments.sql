SELECT body ->> '$.status' AS status, count(*)
FROM record
WHERE kind = 'appointment' AND deleted = 0 AND listed = 'time' AND at >= ?1 AND at < ?2
GROUP BY status
ORDER BY count(*) DESC, status
