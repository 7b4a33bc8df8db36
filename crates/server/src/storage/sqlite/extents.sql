SELECT position, action_end, size
FROM change
WHERE space = ? AND position > ?
ORDER BY position
LIMIT ?
