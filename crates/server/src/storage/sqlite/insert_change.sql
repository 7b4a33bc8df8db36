INSERT INTO change (
    space, device, seq, record, action, action_count, clock, size, hash,
    payload, signature, position, action_end, digest, sum
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
