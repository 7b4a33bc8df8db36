-- What a device's unfinished snapshot has beside one of its parts.
SELECT coalesce(sum(octet_length(bytes)), 0)::BIGINT
FROM snapshot_part
WHERE space = $1 AND device = $2 AND at = $3 AND part <> $4
