INSERT INTO snapshot_part (space, device, at, part, hash, bytes)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (space, device, at, part)
DO UPDATE SET hash = excluded.hash, bytes = excluded.bytes
