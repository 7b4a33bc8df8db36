SELECT count(DISTINCT who.target)
FROM link
INNER JOIN link AS who ON who.source = link.source AND who.field = 'resident'
INNER JOIN record ON record.row = link.source
WHERE link.target = ?1 AND link.field = 'activity' AND link.kind = 'attendance'
    AND record.body ->> '$.status' = ?2
