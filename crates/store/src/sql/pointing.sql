SELECT record.*
FROM link
INNER JOIN record ON record.row = link.source
WHERE link.target = ?1 AND link.field = ?2 AND link.kind = ?3
