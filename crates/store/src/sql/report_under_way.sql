-- Those that can have been sent in the period: when they were, their changes know.
SELECT *
FROM record
WHERE kind = 'referral' AND deleted = 0 AND listed = 'time' AND at < ?2 AND changed_clock >= ?1
