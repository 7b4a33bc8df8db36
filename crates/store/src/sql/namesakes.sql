SELECT record.*
FROM goes_by
INNER JOIN record ON record.row = goes_by.source
WHERE goes_by.name = ?1 AND record.deleted = 0 AND record.listed = 'name'
ORDER BY record.id
