SELECT space, device, seq, record, changeset, group_count, clock, payload
FROM change
WHERE record = ?1 AND arrival <= ?2
ORDER BY arrival
