UPDATE change
SET device = ?4, seq = ?5, payload = ?6, group_count = ?7, sealed = NULL
WHERE space = ?1 AND device = ?2 AND seq = ?3
