SELECT *
FROM record
WHERE kind = 'referral' AND deleted = 0
    AND body ->> '$.status' NOT IN ('done', 'withdrawn')
ORDER BY coalesce(body ->> '$.reply_by', '9999'), id
LIMIT ?1
