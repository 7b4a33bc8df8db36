-- What the central endpoint keeps. Every key begins with the space, so that
-- spaces can be spread over machines later. All content is sealed.

CREATE TABLE server (
    -- There is one row.
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    -- This database's life; renewed when it is put back from a backup.
    epoch BLOB NOT NULL CHECK (length(epoch) = 16)
) STRICT;

CREATE TABLE space (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    -- What members' proofs are checked with.
    admission BLOB NOT NULL CHECK (length(admission) = 32),
    profile BLOB NOT NULL,
    -- The position that the next change gets. Whoever stores changes moves it
    -- first, and so holds the row's lock until they are there: no reader ever
    -- sees a position before all the earlier ones.
    next INTEGER NOT NULL DEFAULT 1 CHECK (next >= 1)
) STRICT, WITHOUT ROWID;

CREATE TABLE member (
    space BLOB NOT NULL REFERENCES space (id),
    device BLOB NOT NULL CHECK (length(device) = 16),
    -- Order of joining: 1, 2, 3, …
    place INTEGER NOT NULL CHECK (place >= 1),
    "key" BLOB NOT NULL CHECK (length("key") = 32),
    profile BLOB NOT NULL,
    proof BLOB NOT NULL CHECK (length(proof) = 64),
    PRIMARY KEY (space, device),
    UNIQUE (space, place)
) STRICT, WITHOUT ROWID;

-- With a rowid, since payloads may be large and would bloat a key's inner pages.
CREATE TABLE change (
    space BLOB NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 1),
    device BLOB NOT NULL,
    seq INTEGER NOT NULL CHECK (seq >= 1),
    record BLOB NOT NULL CHECK (length(record) = 16),
    -- The group of changes it was made with; they stand side by side.
    action BLOB NOT NULL CHECK (length(action) = 16),
    action_count INTEGER NOT NULL CHECK (action_count >= 1),
    -- The position of the group's last change, where a page may end.
    action_end INTEGER NOT NULL CHECK (action_end >= position),
    -- 64 bits; the first one is the sign.
    clock INTEGER NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    payload BLOB NOT NULL,
    signature BLOB NOT NULL CHECK (length(signature) = 64),
    -- The rolling digest of the space up to here.
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    PRIMARY KEY (space, position),
    UNIQUE (space, device, seq),
    FOREIGN KEY (space, device) REFERENCES member (space, device)
) STRICT;

-- What new devices take instead of the changes one by one: all of them up to a
-- position, in parts. A member makes it; there is at most one that is complete,
-- since what is older goes.
CREATE TABLE snapshot (
    space BLOB NOT NULL,
    -- Who makes it: two that make one at a time don't mix.
    device BLOB NOT NULL,
    -- The position up to which it holds everything.
    at INTEGER NOT NULL CHECK (at >= 1),
    -- When it was begun, in milliseconds since 1970.
    begun INTEGER NOT NULL,
    -- What it holds and its maker's signature, in the wire's encoding; NULL until
    -- all of it is there.
    manifest BLOB,
    PRIMARY KEY (space, device, at),
    FOREIGN KEY (space, device) REFERENCES member (space, device)
) STRICT;

CREATE TABLE snapshot_part (
    space BLOB NOT NULL,
    device BLOB NOT NULL,
    at INTEGER NOT NULL,
    -- 0, 1, 2, …
    part INTEGER NOT NULL CHECK (part >= 0),
    -- Of the bytes, and before them: it is read without them.
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    bytes BLOB NOT NULL,
    PRIMARY KEY (space, device, at, part),
    FOREIGN KEY (space, device, at) REFERENCES snapshot (space, device, at) ON DELETE CASCADE
) STRICT;

-- What came from a device that may not write (any more): kept for a team lead
-- to look at, never dropped.
CREATE TABLE quarantine (
    space BLOB NOT NULL REFERENCES space (id),
    device BLOB NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    -- Why it was not let in: a refusal's code.
    reason TEXT NOT NULL,
    -- When it came, in milliseconds since 1970.
    received INTEGER NOT NULL,
    -- The whole change as it came, in the wire's encoding.
    change BLOB NOT NULL,
    PRIMARY KEY (space, device, seq, hash)
) STRICT;
