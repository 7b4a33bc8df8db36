-- Those that can have been sent in the period: when they were, their changes know.
SELECT *
FROM record
WHERE kind = ?1 AND deleted = 0 AND listed = 'time' AND at < ?3 AND changed_clock >= ?2
