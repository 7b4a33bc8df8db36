-- The words that search has met, folded, so that it finds what a word stands within and what
-- comes closest to one that nobody has written. Part of the index, and made anew with it.
CREATE TABLE word (
    word TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
