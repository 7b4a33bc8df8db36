SELECT *
FROM record
WHERE kind = 'referral' AND deleted = 0
    AND coalesce(body ->> '$.status', 'draft') IN ('sent', 'accepted')
    AND body ->> '$.reply_by' < ?1
ORDER BY body ->> '$.reply_by', id
LIMIT ?2
