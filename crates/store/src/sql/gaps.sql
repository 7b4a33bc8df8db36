-- The first number missing after each run; one kept aside is not missing.
WITH known AS (
    SELECT space, device, seq FROM change
    UNION
    SELECT space, device, seq FROM quarantine
)

SELECT before.device || ':' || (before.seq + 1)
FROM (SELECT space, device, seq FROM known UNION SELECT DISTINCT space, device, 0 FROM known) AS before
WHERE NOT EXISTS (
    SELECT 1 FROM known AS next
    WHERE next.space = before.space AND next.device = before.device AND next.seq = before.seq + 1
)
AND EXISTS (
    SELECT 1 FROM known AS later
    WHERE later.space = before.space AND later.device = before.device AND later.seq > before.seq
)
