-- Residents who were registered twice, as part of the projection: where what points to one of
-- them counts, and the name it went by.
CREATE TABLE same (
    id   TEXT NOT NULL PRIMARY KEY,
    root TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX same_by_root ON same (root);

CREATE INDEX resident_same ON record (body ->> '$.same_as')
    WHERE kind = 'resident' AND body ->> '$.same_as' IS NOT NULL;

-- What the table should say. What was written on a record stays where it counts when the record itself
-- is moved to the bin. Of a ring, as two make who join each other's at the same time, the
-- smallest counts, on every device.
CREATE VIEW same_now AS
WITH RECURSIVE said AS (
    SELECT record.id, other.id AS other
    FROM record
    INNER JOIN record AS other ON other.id = record.body ->> '$.same_as'
    WHERE record.kind = 'resident' AND record.body ->> '$.same_as' IS NOT NULL
        AND other.kind = 'resident' AND other.deleted = 0 AND other.id <> record.id
),

way AS (
    SELECT id, other
    FROM said
    UNION
    SELECT way.id, said.other
    FROM way
    INNER JOIN said ON said.id = way.other
),

ended AS (
    SELECT id, min(other) AS root
    FROM way
    WHERE other NOT IN (SELECT id FROM said) OR (other, other) IN (SELECT id, other FROM way)
    GROUP BY id
)

SELECT id, root
FROM ended
WHERE id <> root;
