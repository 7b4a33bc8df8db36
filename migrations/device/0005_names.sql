-- What residents go by, folded: the full name and what the team calls them. Part of the projection,
-- and how it is found out that two share a name.
CREATE TABLE goes_by (
    name   TEXT    NOT NULL,
    source INTEGER NOT NULL REFERENCES record (row),
    PRIMARY KEY (name, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX goes_by_source ON goes_by (source);

-- Drafts get where they were written: a form, when empty, or one of the smaller sheets on a record's
-- page. The table is made anew, since the browser's SQLite can't add a column to a strict one: it would
-- check the rows by a pragma that is left out there.
CREATE TABLE draft_before (
    id     TEXT    NOT NULL PRIMARY KEY,
    kind   TEXT    NOT NULL,
    fields TEXT    NOT NULL,
    seen   TEXT    NOT NULL,
    kept   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO draft_before (id, kind, fields, seen, kept) SELECT id, kind, fields, seen, kept FROM draft;
DROP TABLE draft;

CREATE TABLE draft (
    id     TEXT    NOT NULL PRIMARY KEY,
    kind   TEXT    NOT NULL,
    fields TEXT    NOT NULL,
    seen   TEXT    NOT NULL,
    kept   INTEGER NOT NULL,
    sheet  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO draft (id, kind, fields, seen, kept, sheet) SELECT id, kind, fields, seen, kept, '' FROM draft_before;
DROP TABLE draft_before;
