SELECT device, seq, sealed FROM quarantine
WHERE space = ?1 AND (device, seq) > (?2, ?3) AND length(sealed) > 0
ORDER BY device, seq
LIMIT 1
