UPDATE link
SET at = coalesce(?4, (SELECT record.at FROM record WHERE record.row = link.source))
WHERE source IN (SELECT source FROM link WHERE target = ?1 AND field = ?2 AND kind = ?3)
