SELECT device, count(*) AS changes, sum(length(sealed)) AS bytes
FROM quarantine
WHERE space = ?1 AND length(sealed) > 0
GROUP BY device
