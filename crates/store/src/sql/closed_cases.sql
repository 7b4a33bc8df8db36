SELECT *
FROM record
WHERE deleted = 0 AND (
    (kind = 'incident' AND body ->> '$.status' = 'closed')
    OR (kind = 'referral' AND body ->> '$.status' IN ('done', 'withdrawn'))
    OR (kind = 'follow-up' AND body ->> '$.done' IS NOT NULL)
)
ORDER BY changed_clock DESC, id
LIMIT ?1
