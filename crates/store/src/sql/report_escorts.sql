SELECT count(*)
FROM record
WHERE kind = 'appointment' AND deleted = 0 AND listed = 'time' AND at >= ?1 AND at < ?2
    AND body ->> '$.status' = 'done' AND body ->> '$.escort' <> ''
