SELECT hash, bytes
FROM snapshot
INNER JOIN snapshot_part USING (space, device, at)
WHERE space = $1 AND at = $2 AND part = $3 AND manifest IS NOT NULL
