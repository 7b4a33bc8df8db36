UPDATE same SET name = record.sort
FROM record
WHERE record.id = same.id AND record.listed = 'name';

UPDATE record SET listed = ''
WHERE listed = 'name' AND id IN (SELECT id FROM same);

DELETE FROM link
WHERE source IN (SELECT row FROM record WHERE id IN (SELECT id FROM same));
