-- Who was asked for a snapshot, and when, in milliseconds since 1970: nobody else's is taken.
CREATE TABLE snapshot_asked (
    space UUID NOT NULL,
    device UUID NOT NULL,
    asked BIGINT NOT NULL,
    PRIMARY KEY (space, device),
    FOREIGN KEY (space, device) REFERENCES member (space, device)
);
