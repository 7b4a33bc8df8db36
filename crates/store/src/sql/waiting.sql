SELECT count(*) AS waiting
FROM space
INNER JOIN change ON change.space = space.id AND change.device = ?1 AND change.seq > space.sent
