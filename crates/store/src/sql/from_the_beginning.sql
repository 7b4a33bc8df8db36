-- Everything is fetched once more, so that what was lost here comes back. The epoch stays: one that
-- is empty would ask for a snapshot, which is only for devices that have nothing.
UPDATE space
SET cursor = 0, sent = 0, digest = zeroblob(32), head = 0, snapshot = 0, parts = 0, taken = 0,
    epoch = iif(epoch = '', '?', epoch)
