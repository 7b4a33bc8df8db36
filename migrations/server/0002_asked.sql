-- Who was asked for a snapshot, and when, in milliseconds since 1970: nobody else's is taken.
CREATE TABLE snapshot_asked (
    space BLOB NOT NULL,
    device BLOB NOT NULL,
    asked INTEGER NOT NULL,
    PRIMARY KEY (space, device),
    FOREIGN KEY (space, device) REFERENCES member (space, device)
) STRICT, WITHOUT ROWID;
