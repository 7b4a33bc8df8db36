SELECT DISTINCT record.*
FROM (
    SELECT rowid
    FROM search
    WHERE search MATCH ?1
    ORDER BY rowid DESC
    LIMIT ?2
) AS hit
INNER JOIN record AS found ON found.row = hit.rowid
LEFT JOIN same ON same.id = found.id
INNER JOIN record ON record.id = coalesce(same.root, found.id)
ORDER BY record.at DESC, record.id
