-- What this device, under whatever name, wrote in the database that was set aside, and what isn't
-- here: neither under its number there nor, brought over before, under another.
SELECT space, device, seq, record, changeset, group_count, clock, payload
FROM temp.aside AS kept
WHERE space = ?1
AND (device = ?2 OR device IN (SELECT device FROM temp.aside WHERE sealed IS NOT NULL))
AND NOT EXISTS (
    SELECT 1 FROM change
    WHERE change.space = kept.space AND change.device = kept.device AND change.seq = kept.seq
)
AND NOT EXISTS (
    SELECT 1 FROM change
    WHERE change.record = kept.record AND change.changeset = kept.changeset
    AND change.clock = kept.clock
)
GROUP BY device, seq
ORDER BY clock, device, seq
