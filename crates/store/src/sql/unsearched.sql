SELECT DISTINCT record.row
FROM change
INNER JOIN record ON record.id = change.record
WHERE change.arrival > ?1
