-- No row: no such space. No key: no member of it.
SELECT member."key"
FROM space
LEFT JOIN member ON member.space = space.id AND member.device = $2
WHERE space.id = $1
