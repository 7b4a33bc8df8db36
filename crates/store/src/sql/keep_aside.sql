INSERT INTO quarantine (space, device, seq, sealed, reason)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (space, device, seq) DO NOTHING
