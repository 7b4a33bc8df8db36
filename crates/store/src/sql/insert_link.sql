INSERT OR IGNORE INTO link (target, source, field, kind, at)
VALUES (?1, ?2, ?3, ?4, ?5)
