-- How much a space holds, kept with each change, so that a limit costs no count.
ALTER TABLE space ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0 CHECK (bytes >= 0);
UPDATE space SET bytes = (
    SELECT coalesce(sum(size), 0)
    FROM change
    WHERE change.space = space.id
);

-- A sum over a row's other columns but the payload, of which the row has a hash: by it a flipped bit
-- is noticed. Empty in rows that are older than this.
ALTER TABLE change ADD COLUMN sum BLOB NOT NULL DEFAULT x'';
