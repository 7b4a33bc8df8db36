SELECT max(record.at)
FROM link
INNER JOIN record ON record.row = link.source
WHERE link.target = ?1 AND link.field = 'residents' AND record.kind = 'visit'
