SELECT body ->> '$.type' AS type, count(*)
FROM record
WHERE kind = 'incident' AND deleted = 0 AND listed = 'time' AND at >= ?1 AND at < ?2
GROUP BY type
ORDER BY count(*) DESC, type
