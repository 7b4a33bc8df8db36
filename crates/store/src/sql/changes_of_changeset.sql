SELECT space, device, seq, record, changeset, group_count, clock, payload
FROM change
WHERE changeset = ?1
ORDER BY arrival
