-- The device's database. `change` is the truth; `record`, `link` and `search`
-- are a projection of it that `bomiljo verify` rebuilds and compares.

-- Facts about this device: its id, keys, owner, clock and language.
CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The spaces this device belongs to. `sent` is the last of our own changes that the server has
-- confirmed, `head` the last position that it told of. While a snapshot is fetched, its position,
-- how many of its parts are in the log, and how many changes those were.
CREATE TABLE space (
    id          TEXT    NOT NULL PRIMARY KEY,
    name        TEXT    NOT NULL,
    server      TEXT    NOT NULL,
    key         BLOB    NOT NULL,
    fingerprint BLOB    NOT NULL,
    epoch       TEXT    NOT NULL DEFAULT '',
    cursor      INTEGER NOT NULL DEFAULT 0,
    sent        INTEGER NOT NULL DEFAULT 0,
    digest      BLOB    NOT NULL DEFAULT (zeroblob(32)),
    head        INTEGER NOT NULL DEFAULT 0,
    snapshot    INTEGER NOT NULL DEFAULT 0,
    parts       INTEGER NOT NULL DEFAULT 0,
    taken       INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- The devices whose changes are believed, and whose they are.
CREATE TABLE member (
    space  TEXT NOT NULL REFERENCES space (id),
    device TEXT NOT NULL,
    key    BLOB NOT NULL,
    name   TEXT NOT NULL,
    PRIMARY KEY (space, device)
) STRICT, WITHOUT ROWID;

-- The change log. `sealed` is what a change of our own was sent as; it is kept to be
-- sent again should the answer be lost, or the server forget.
CREATE TABLE change (
    arrival     INTEGER NOT NULL PRIMARY KEY,
    space       TEXT    NOT NULL,
    device      TEXT    NOT NULL,
    seq         INTEGER NOT NULL,
    record      TEXT    NOT NULL,
    changeset   TEXT    NOT NULL,
    group_count INTEGER NOT NULL,
    clock       INTEGER NOT NULL,
    payload     BLOB    NOT NULL,
    sealed      BLOB,
    UNIQUE (space, device, seq)
) STRICT;
CREATE INDEX change_of_record ON change (record);

-- Changes that could not be read when they came. `sealed` is empty where that was too much to keep:
-- such a change is fetched again.
CREATE TABLE quarantine (
    space  TEXT    NOT NULL,
    device TEXT    NOT NULL,
    seq    INTEGER NOT NULL,
    sealed BLOB    NOT NULL,
    reason TEXT    NOT NULL,
    PRIMARY KEY (space, device, seq)
) STRICT, WITHOUT ROWID;

-- Records as their changes leave them. `sort` is empty for what happens at a moment.
CREATE TABLE record (
    row           INTEGER NOT NULL PRIMARY KEY,
    id            TEXT    NOT NULL UNIQUE,
    space         TEXT    NOT NULL,
    kind          TEXT    NOT NULL,
    body          TEXT    NOT NULL,
    title         TEXT    NOT NULL,
    sort          TEXT    NOT NULL,
    at            TEXT    NOT NULL,
    conflicts     TEXT    NOT NULL,
    deleted       INTEGER NOT NULL,
    made_clock    INTEGER NOT NULL,
    made_by       TEXT    NOT NULL,
    changed_clock INTEGER NOT NULL,
    changed_by    TEXT    NOT NULL
) STRICT;
CREATE INDEX record_by_time ON record (kind, at) WHERE deleted = 0 AND sort = '';
CREATE INDEX record_by_name ON record (kind, sort) WHERE deleted = 0 AND sort <> '';
CREATE INDEX record_in_conflict ON record (changed_clock) WHERE conflicts <> '[]';

-- What the start page and the list of cases ask for, so that neither grows with the years.
CREATE INDEX visit_open ON record (at, id)
    WHERE kind = 'visit' AND deleted = 0 AND body ->> '$.outcome' = 'follow-up';
CREATE INDEX appointment_planned ON record (at)
    WHERE kind = 'appointment' AND deleted = 0 AND coalesce(body ->> '$.status', 'planned') = 'planned';
CREATE INDEX incident_open ON record (at)
    WHERE kind = 'incident' AND deleted = 0 AND coalesce(body ->> '$.status', 'open') <> 'closed';
CREATE INDEX referral_by_status ON record (coalesce(body ->> '$.status', 'draft'), body ->> '$.reply_by')
    WHERE kind = 'referral' AND deleted = 0;
CREATE INDEX follow_up_open ON record (body ->> '$.due')
    WHERE kind = 'follow-up' AND deleted = 0 AND body ->> '$.done' IS NULL;
CREATE INDEX case_closed ON record (changed_clock)
    WHERE deleted = 0 AND (
        (kind = 'incident' AND body ->> '$.status' = 'closed')
        OR (kind = 'referral' AND body ->> '$.status' IN ('done', 'withdrawn'))
        OR (kind = 'follow-up' AND body ->> '$.done' IS NOT NULL)
    );

-- The bin. Nobody looks there for a tick on a list or for who answers for a topic.
CREATE INDEX record_in_bin ON record (changed_clock)
    WHERE deleted = 1 AND kind NOT IN ('attendance', 'topic-owner');

-- What points to what; `kind` and `at` are the source's, so that when somebody was last met
-- takes no look at each time that they were.
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

-- Folded text; its row is the record's. It follows the log up to the arrival that
-- the setting `searched` names, so that a save need not wait for it.
CREATE VIRTUAL TABLE search USING fts5 (
    kind, title, text,
    content = '', contentless_delete = 1, detail = 'column',
    prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 0"
);

-- Forms somebody has not finished. They stay on the device.
CREATE TABLE draft (
    id     TEXT    NOT NULL PRIMARY KEY,
    kind   TEXT    NOT NULL,
    fields TEXT    NOT NULL,
    seen   TEXT    NOT NULL,
    kept   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
