WITH turned AS (
    SELECT id FROM (SELECT id, root FROM same_now EXCEPT SELECT id, root FROM same)
    UNION
    SELECT id FROM (SELECT id, root FROM same EXCEPT SELECT id, root FROM same_now)
),

counted AS (
    SELECT coalesce(same.root, turned.id) AS id
    FROM turned
    LEFT JOIN same ON same.id = turned.id
)

SELECT *
FROM record
WHERE id IN (SELECT id FROM turned)
    OR row IN (SELECT source FROM link WHERE target IN (SELECT id FROM counted))
