-- CROSS: from the spaces to their last changes, not the other way round.
SELECT count(*) AS waiting
FROM space
CROSS JOIN change
WHERE change.space = space.id AND change.device = ?1 AND change.seq > space.sent
