INSERT INTO snapshot_asked (space, device, asked)
VALUES (?, ?, ?)
ON CONFLICT (space, device) DO UPDATE SET asked = excluded.asked
