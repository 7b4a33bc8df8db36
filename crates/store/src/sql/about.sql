SELECT DISTINCT record.*
FROM link
INNER JOIN record ON record.row = link.source
WHERE link.target = ?1
ORDER BY record.at DESC
LIMIT ?2 OFFSET ?3
