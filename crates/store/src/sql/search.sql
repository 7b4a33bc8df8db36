SELECT record.*
FROM (
    SELECT rowid
    FROM search
    WHERE search MATCH ?1
    ORDER BY rowid DESC
    LIMIT ?2
) AS hit
INNER JOIN record ON record.row = hit.rowid
ORDER BY record.row DESC
