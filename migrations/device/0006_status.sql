-- A record whose status is empty has the one that it counts as: its kind says which.
DROP INDEX appointment_planned;
CREATE INDEX appointment_planned ON record (at)
    WHERE kind = 'appointment' AND deleted = 0 AND body ->> '$.status' = 'planned';
DROP INDEX incident_open;
CREATE INDEX incident_open ON record (at)
    WHERE kind = 'incident' AND deleted = 0 AND body ->> '$.status' <> 'closed';
DROP INDEX referral_by_status;
CREATE INDEX referral_by_status ON record (body ->> '$.status', body ->> '$.reply_by')
    WHERE kind = 'referral' AND deleted = 0;
