SELECT space, device, seq, record, changeset, group_count, clock, payload, sealed
FROM change
WHERE space = ?1 AND device = ?2 AND seq > max(?3, (SELECT sent FROM space WHERE id = ?1))
ORDER BY seq
