SELECT *
FROM record
WHERE kind = 'referral' AND deleted = 0
    AND body ->> '$.status' IN ('sent', 'accepted')
    AND body ->> '$.reply_by' < ?1
ORDER BY body ->> '$.reply_by', id
LIMIT ?2
