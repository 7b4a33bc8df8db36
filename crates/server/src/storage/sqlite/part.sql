SELECT hash, bytes
FROM snapshot
INNER JOIN snapshot_part USING (space, device, at)
WHERE space = ? AND at = ? AND part = ? AND manifest IS NOT NULL
