-- One row when the log holds as many changes as the server has positions.
SELECT cursor, digest, count(*) AS held, max(arrival) AS end
FROM space JOIN change ON change.space = space.id
WHERE space.id = ?1
GROUP BY space.id
HAVING held = cursor
