SELECT position, action_end, size
FROM change
WHERE space = $1 AND position > $2
ORDER BY position
LIMIT $3
