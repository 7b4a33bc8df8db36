-- CROSS: from the new changes to their records, not the other way round.
SELECT DISTINCT record.row
FROM change
CROSS JOIN record
WHERE change.arrival > ?1 AND record.id = change.record
