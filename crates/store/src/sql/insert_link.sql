INSERT OR IGNORE INTO link (target, source, field, kind, at)
VALUES (coalesce((SELECT root FROM same WHERE id = ?1), ?1), ?2, ?3, ?4, ?5)
