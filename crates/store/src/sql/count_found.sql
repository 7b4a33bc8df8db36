-- Residents who match, each once, whatever record of theirs does.
SELECT count(DISTINCT coalesce(same.root, found.id))
FROM search
INNER JOIN record AS found ON found.row = search.rowid
LEFT JOIN same ON same.id = found.id
WHERE search MATCH ?1
