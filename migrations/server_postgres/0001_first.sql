-- What the central endpoint keeps, as in ../server, for PostgreSQL and what
-- speaks like it. Every key begins with the space, so that spaces can be spread
-- over machines. No sequences, triggers or advisory locks: not all of those have
-- them, and positions come from the space's own row. All content is sealed.

CREATE TABLE server (
    -- There is one row.
    one SMALLINT NOT NULL PRIMARY KEY CHECK (one = 1),
    -- This database's life; renewed when it is put back from a backup.
    epoch UUID NOT NULL
);

CREATE TABLE space (
    id UUID NOT NULL PRIMARY KEY,
    -- What members' proofs are checked with.
    admission BYTEA NOT NULL CHECK (octet_length(admission) = 32),
    profile BYTEA NOT NULL,
    -- The position that the next change gets. Whoever stores changes locks this
    -- row first, and holds it until they are there: no reader ever sees a
    -- position before all the earlier ones.
    next BIGINT NOT NULL DEFAULT 1 CHECK (next >= 1)
);

CREATE TABLE member (
    space UUID NOT NULL REFERENCES space (id),
    device UUID NOT NULL,
    -- Order of joining: 1, 2, 3, …
    place BIGINT NOT NULL CHECK (place >= 1),
    "key" BYTEA NOT NULL CHECK (octet_length("key") = 32),
    profile BYTEA NOT NULL,
    proof BYTEA NOT NULL CHECK (octet_length(proof) = 64),
    PRIMARY KEY (space, device),
    UNIQUE (space, place)
);

CREATE TABLE change (
    space UUID NOT NULL,
    position BIGINT NOT NULL CHECK (position >= 1),
    device UUID NOT NULL,
    seq BIGINT NOT NULL CHECK (seq >= 1),
    record UUID NOT NULL,
    -- The group of changes it was made with; they stand side by side.
    action UUID NOT NULL,
    action_count BIGINT NOT NULL CHECK (action_count >= 1),
    -- The position of the group's last change, where a page may end.
    action_end BIGINT NOT NULL CHECK (action_end >= position),
    -- 64 bits; the first one is the sign.
    clock BIGINT NOT NULL,
    size BIGINT NOT NULL CHECK (size >= 0),
    hash BYTEA NOT NULL CHECK (octet_length(hash) = 32),
    payload BYTEA NOT NULL,
    signature BYTEA NOT NULL CHECK (octet_length(signature) = 64),
    -- The rolling digest of the space up to here.
    digest BYTEA NOT NULL CHECK (octet_length(digest) = 32),
    PRIMARY KEY (space, position),
    UNIQUE (space, device, seq),
    FOREIGN KEY (space, device) REFERENCES member (space, device)
);

-- Ciphertext does not get smaller; don't try.
ALTER TABLE change ALTER COLUMN payload SET STORAGE EXTERNAL;

-- What new devices take instead of the changes one by one: all of them up to a
-- position, in parts. A member makes it; there is at most one that is complete,
-- since what is older goes.
CREATE TABLE snapshot (
    space UUID NOT NULL,
    -- Who makes it: two that make one at a time don't mix.
    device UUID NOT NULL,
    -- The position up to which it holds everything.
    at BIGINT NOT NULL CHECK (at >= 1),
    -- When it was begun, in milliseconds since 1970.
    begun BIGINT NOT NULL,
    -- What it holds and its maker's signature, in the wire's encoding; NULL until
    -- all of it is there.
    manifest BYTEA,
    PRIMARY KEY (space, device, at),
    FOREIGN KEY (space, device) REFERENCES member (space, device)
);

CREATE TABLE snapshot_part (
    space UUID NOT NULL,
    device UUID NOT NULL,
    at BIGINT NOT NULL,
    -- 0, 1, 2, …
    part BIGINT NOT NULL CHECK (part >= 0),
    -- Of the bytes; it is read without them.
    hash BYTEA NOT NULL CHECK (octet_length(hash) = 32),
    bytes BYTEA NOT NULL,
    PRIMARY KEY (space, device, at, part),
    FOREIGN KEY (space, device, at) REFERENCES snapshot (space, device, at) ON DELETE CASCADE
);

ALTER TABLE snapshot_part ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- What came from a device that may not write (any more): kept for a team lead
-- to look at, never dropped.
CREATE TABLE quarantine (
    space UUID NOT NULL REFERENCES space (id),
    device UUID NOT NULL,
    seq BIGINT NOT NULL,
    hash BYTEA NOT NULL CHECK (octet_length(hash) = 32),
    -- Why it was not let in: a refusal's code.
    reason TEXT NOT NULL,
    -- When it came, in milliseconds since 1970.
    received BIGINT NOT NULL,
    -- The whole change as it came, in the wire's encoding.
    change BYTEA NOT NULL,
    PRIMARY KEY (space, device, seq, hash)
);
