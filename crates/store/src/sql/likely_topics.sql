WITH recent AS (
    SELECT body
    FROM record
    WHERE kind = 'visit' AND deleted = 0 AND listed = 'time'
    ORDER BY at DESC, id
    LIMIT 200
)

SELECT topic.value
FROM recent, json_each(recent.body, '$.topics') AS topic
GROUP BY topic.value
ORDER BY count(*) DESC, topic.value
