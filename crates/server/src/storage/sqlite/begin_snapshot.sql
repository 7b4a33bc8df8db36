INSERT INTO snapshot (space, device, at, begun)
VALUES (?, ?, ?, ?)
ON CONFLICT (space, device, at) DO UPDATE SET begun = excluded.begun
