-- Not one whose record was written after the form was last kept: it was finished then.
INSERT INTO draft (id, kind, fields, seen, kept, sheet)
SELECT ?1, ?2, ?3, ?4, ?5, ?6
WHERE NOT EXISTS (SELECT 1 FROM change WHERE record = ?1 AND clock >> 16 >= ?5)
ON CONFLICT (id) DO NOTHING
