-- Residents who match and live here on a day, or have gone.
SELECT count(DISTINCT record.id)
FROM search
INNER JOIN record AS found ON found.row = search.rowid
LEFT JOIN same ON same.id = found.id
INNER JOIN record ON record.id = coalesce(same.root, found.id)
WHERE search MATCH ?1 AND (coalesce(record.body ->> '$.moved_out', '9999') < ?2) = ?3
