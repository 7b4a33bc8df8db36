INSERT INTO snapshot_part (space, device, at, part, hash, bytes)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (space, device, at, part)
DO UPDATE SET hash = excluded.hash, bytes = excluded.bytes
