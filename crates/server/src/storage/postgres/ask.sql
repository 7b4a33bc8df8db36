INSERT INTO snapshot_asked (space, device, asked)
VALUES ($1, $2, $3)
ON CONFLICT (space, device) DO UPDATE SET asked = excluded.asked
