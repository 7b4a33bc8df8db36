-- The projection is made anew with the columns by which lists of every kind find their records, so that
-- no list restates which states of a kind are over. The log is untouched.
DROP TABLE search;
DROP TABLE goes_by;
DROP TABLE link;
DROP TABLE record;
DELETE FROM same;
DELETE FROM word;

-- Records as their changes leave them. `listed` says in which lists: by `name`, by `time`, or in none
-- while the record counts for another. `state` says who has to act: `ours`, `theirs`, `back`, `loose`,
-- `planned`, `over`, or nothing. `due` is the day or moment by which: empty where it waits for none, and
-- after all days where none is set. `weight` is how serious it is, from zero.
CREATE TABLE record (
    row           INTEGER NOT NULL PRIMARY KEY,
    id            TEXT    NOT NULL UNIQUE,
    space         TEXT    NOT NULL,
    kind          TEXT    NOT NULL,
    body          TEXT    NOT NULL,
    title         TEXT    NOT NULL,
    listed        TEXT    NOT NULL,
    sort          TEXT    NOT NULL,
    at            TEXT    NOT NULL,
    state         TEXT    NOT NULL,
    due           TEXT    NOT NULL,
    weight        INTEGER NOT NULL,
    conflicts     TEXT    NOT NULL,
    deleted       INTEGER NOT NULL,
    made_clock    INTEGER NOT NULL,
    made_by       TEXT    NOT NULL,
    changed_clock INTEGER NOT NULL,
    changed_by    TEXT    NOT NULL
) STRICT;
CREATE INDEX record_by_time ON record (kind, at) WHERE deleted = 0 AND listed = 'time';
CREATE INDEX record_by_name ON record (kind, sort) WHERE deleted = 0 AND listed = 'name';
CREATE INDEX record_by_state ON record (state, kind, due) WHERE deleted = 0 AND state <> '';
CREATE INDEX record_over ON record (changed_clock) WHERE deleted = 0 AND state = 'over';
CREATE INDEX record_in_conflict ON record (changed_clock) WHERE conflicts <> '[]';
CREATE INDEX resident_same ON record (body ->> '$.same_as')
    WHERE kind = 'resident' AND body ->> '$.same_as' IS NOT NULL;

-- The bin. A tick on a list and the owner of a topic are not looked for there.
CREATE INDEX record_in_bin ON record (changed_clock)
    WHERE deleted = 1 AND kind NOT IN ('attendance', 'topic-owner');

CREATE TABLE link (
    target TEXT    NOT NULL,
    source INTEGER NOT NULL REFERENCES record (row),
    field  TEXT    NOT NULL,
    kind   TEXT    NOT NULL,
    at     TEXT    NOT NULL,
    PRIMARY KEY (target, source, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_of_source ON link (source);
CREATE INDEX link_from ON link (target) WHERE field = 'from';
CREATE INDEX link_met ON link (target, at) WHERE field = 'residents' AND kind = 'visit';

CREATE TABLE goes_by (
    name   TEXT    NOT NULL,
    source INTEGER NOT NULL REFERENCES record (row),
    PRIMARY KEY (name, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX goes_by_source ON goes_by (source);

CREATE VIRTUAL TABLE search USING fts5 (
    kind, title, text,
    content = '', contentless_delete = 1, detail = 'column',
    prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 0"
);
