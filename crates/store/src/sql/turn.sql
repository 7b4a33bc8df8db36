DELETE FROM same
WHERE id NOT IN (SELECT id FROM same_now);

INSERT INTO same (id, root)
SELECT id, root FROM same_now
WHERE true
ON CONFLICT (id) DO UPDATE SET root = excluded.root;
