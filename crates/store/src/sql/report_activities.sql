-- Of the period's days, or of its weeks where the day was never decided.
SELECT *
FROM record
WHERE kind = 'activity' AND deleted = 0 AND listed = 'time'
    AND CASE
        WHEN body ->> '$.day' IS NULL THEN body ->> '$.week' >= ?3 AND body ->> '$.week' <= ?4
        ELSE body ->> '$.day' >= ?1 AND body ->> '$.day' <= ?2
    END
ORDER BY at
