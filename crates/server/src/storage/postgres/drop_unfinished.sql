-- A device makes one snapshot at a time, and what others gave up long ago goes with its last one.
DELETE FROM snapshot
WHERE space = $1
    AND manifest IS NULL
    AND ((device = $2 AND at <> $3) OR (device <> $2 AND begun < $4))
