SELECT topic.value, count(*)
FROM record, json_each(record.body, '$.topics') AS topic
WHERE record.kind = 'visit' AND record.deleted = 0 AND record.listed = 'time'
    AND record.at >= ?1 AND record.at < ?2
GROUP BY topic.value
ORDER BY count(*) DESC, topic.value
