SELECT record.*
FROM link
INNER JOIN record ON record.row = link.source
WHERE link.target = ?1 AND link.field = 'activity' AND link.kind = 'attendance'
