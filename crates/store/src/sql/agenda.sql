SELECT *
FROM record
WHERE kind = 'appointment' AND deleted = 0 AND listed = 'time' AND at >= :day AND at < :next_day
UNION ALL
SELECT *
FROM record
WHERE kind = 'activity' AND deleted = 0 AND listed = 'time' AND at = :date || 'T12:00:00.000Z'
    AND body ->> '$.day' = :date
    AND body ->> '$.status' NOT IN ('idea', 'postponed', 'cancelled')
LIMIT :limit
