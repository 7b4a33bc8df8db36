SELECT
    coalesce(max(at) FILTER (WHERE manifest IS NOT NULL), 0),
    count(*) FILTER (
        WHERE manifest IS NULL AND device <> ?2 AND begun >= ?3
    ) > 0
FROM snapshot
WHERE space = ?1
