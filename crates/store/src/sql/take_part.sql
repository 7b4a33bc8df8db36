-- The first part of another snapshot begins anew.
UPDATE space SET
    taken = iif(?3 = 0, 0, taken) + ?4,
    snapshot = ?2,
    parts = ?3 + 1,
    head = max(head, ?2)
WHERE id = ?1
