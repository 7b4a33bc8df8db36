-- What a record came from is no name: its text is found there. Nor is whom to call for a resident,
-- which half of them have in common.
SELECT record.title || char(10) || coalesce(record.body ->> '$.name', '')
FROM link
INNER JOIN record ON record.id = link.target
WHERE link.source = ?1 AND link.field NOT IN ('from', 'contacts') AND record.deleted = 0
