INSERT INTO member (space, device, place, "key", profile, proof)
VALUES ($1, $2, $3, $4, $5, $6)
