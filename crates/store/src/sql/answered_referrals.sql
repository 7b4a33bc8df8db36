SELECT *
FROM record
WHERE kind = 'referral' AND deleted = 0
    AND body ->> '$.status' IN ('answered', 'declined')
ORDER BY changed_clock DESC, id
LIMIT ?1
