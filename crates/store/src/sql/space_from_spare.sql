INSERT INTO space (id, name, server, key, fingerprint, epoch)
SELECT
    ?1 ->> '$.id', ?1 ->> '$.name', ?1 ->> '$.server',
    unhex(?1 ->> '$.key'), unhex(?1 ->> '$.fingerprint'), '?'
WHERE NOT EXISTS (SELECT 1 FROM space)
