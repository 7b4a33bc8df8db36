SELECT count(DISTINCT link.target)
FROM record
INNER JOIN link ON link.source = record.row AND link.field = 'residents'
WHERE record.kind = 'visit' AND record.deleted = 0 AND record.listed = 'time'
    AND record.at >= ?1 AND record.at < ?2
