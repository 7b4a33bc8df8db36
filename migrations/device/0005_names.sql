-- What residents go by, folded: the full name and what the team calls them. Part of the projection,
-- and how it is found out that two share a name.
CREATE TABLE goes_by (
    name   TEXT    NOT NULL,
    source INTEGER NOT NULL REFERENCES record (row),
    PRIMARY KEY (name, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX goes_by_source ON goes_by (source);

-- Where a draft was written: a form, when empty, or one of the smaller sheets on a record's page.
ALTER TABLE draft ADD COLUMN sheet TEXT NOT NULL DEFAULT '';
