-- A member is a person and a record. A device belongs to a member; one whose roster entry names none
-- is a member of its own.
ALTER TABLE member RENAME TO device;
ALTER TABLE device RENAME COLUMN device TO id;
ALTER TABLE device ADD COLUMN whose TEXT NOT NULL DEFAULT '';

-- A topic's record is looked for in the list of topics, not in the bin.
DROP INDEX record_in_bin;
CREATE INDEX record_in_bin ON record (changed_clock)
    WHERE deleted = 1 AND kind NOT IN ('attendance', 'site-topic');

-- Whose device this is belongs to what it cannot do without.
DROP TRIGGER spare_of_setting;
DROP TRIGGER spare_of_changed_setting;

CREATE TRIGGER spare_of_setting AFTER INSERT ON setting
WHEN new.key IN ('device', 'device-key', 'name', 'whose')
BEGIN
    INSERT INTO spare (key, value) VALUES (new.key, new.value)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value;
END;

CREATE TRIGGER spare_of_changed_setting AFTER UPDATE ON setting
WHEN new.key IN ('device', 'device-key', 'name', 'whose')
BEGIN
    INSERT INTO spare (key, value) VALUES (new.key, new.value)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value;
END;
