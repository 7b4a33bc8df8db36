-- What a record came from is no name: its text is found there. Nor is whom to call for a resident,
-- which half of them have in common. A name in several languages is found in each.
SELECT
    record.title || char(10) || CASE json_type(record.body, '$.name')
        WHEN 'text' THEN record.body ->> '$.name'
        WHEN 'array' THEN (
            SELECT group_concat(name.value ->> '$.text', char(10))
            FROM json_each(record.body, '$.name') AS name
        )
        ELSE ''
    END
FROM link
INNER JOIN record ON record.id = link.target
WHERE link.source = ?1 AND link.field NOT IN ('from', 'contacts') AND record.deleted = 0
