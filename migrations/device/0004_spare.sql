-- A second copy, on a page of its own, of what a device cannot do without: who it is, and what opens
-- its space. With either page broken, the other has it.
CREATE TABLE spare (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER spare_of_setting AFTER INSERT ON setting
WHEN new.key IN ('device', 'device-key', 'name')
BEGIN
    INSERT INTO spare (key, value) VALUES (new.key, new.value)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value;
END;

CREATE TRIGGER spare_of_changed_setting AFTER UPDATE ON setting
WHEN new.key IN ('device', 'device-key', 'name')
BEGIN
    INSERT INTO spare (key, value) VALUES (new.key, new.value)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value;
END;

CREATE TRIGGER spare_of_space AFTER INSERT ON space
BEGIN
    INSERT INTO spare (key, value) VALUES ('space', json_object(
        'id', new.id, 'name', new.name, 'server', new.server,
        'key', hex(new.key), 'fingerprint', hex(new.fingerprint)
    ))
    ON CONFLICT (key) DO UPDATE SET value = excluded.value;
END;

CREATE TRIGGER spare_of_changed_space AFTER UPDATE OF name, server, key, fingerprint ON space
BEGIN
    INSERT INTO spare (key, value) VALUES ('space', json_object(
        'id', new.id, 'name', new.name, 'server', new.server,
        'key', hex(new.key), 'fingerprint', hex(new.fingerprint)
    ))
    ON CONFLICT (key) DO UPDATE SET value = excluded.value;
END;

INSERT INTO spare SELECT key, value FROM setting WHERE key IN ('device', 'device-key', 'name');
INSERT INTO spare
SELECT 'space', json_object(
    'id', id, 'name', name, 'server', server, 'key', hex(key), 'fingerprint', hex(fingerprint)
)
FROM space
ORDER BY id
LIMIT 1;
