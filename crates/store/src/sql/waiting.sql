-- Counted, since a database that was salvaged may lack some of this device's own.
SELECT count(*) AS waiting
FROM space
INNER JOIN change
    ON change.space = space.id AND change.device = ?1 AND change.seq > space.sent
