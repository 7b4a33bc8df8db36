-- Counted, since a database that was salvaged may lack some of this device's own. CROSS: from the space.
SELECT count(*) AS waiting
FROM space
CROSS JOIN change
WHERE change.space = space.id AND change.device = ?1 AND change.seq > space.sent
