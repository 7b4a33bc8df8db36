INSERT INTO device (space, id, key, name, whose) VALUES (:space, :id, :key, :name, :member)
ON CONFLICT (space, id) DO UPDATE SET name = excluded.name, whose = excluded.whose
WHERE key = excluded.key
