INSERT INTO snapshot (space, device, at, begun)
VALUES ($1, $2, $3, $4)
ON CONFLICT (space, device, at) DO UPDATE SET begun = excluded.begun
