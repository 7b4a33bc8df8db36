INSERT INTO member (space, device, place, "key", profile, proof)
VALUES (?, ?, ?, ?, ?, ?)
