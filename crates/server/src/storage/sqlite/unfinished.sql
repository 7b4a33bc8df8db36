-- What a device's unfinished snapshot has beside one of its parts.
SELECT coalesce(sum(length(bytes)), 0)
FROM snapshot_part
WHERE space = ? AND device = ? AND at = ? AND part <> ?
