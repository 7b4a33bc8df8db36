INSERT INTO change (
    space, device, seq, record, changeset, group_count, clock, payload, sealed
)
VALUES (
    :space, :device, :seq, :record, :changeset, :group_count, :clock, :payload, :sealed
)
ON CONFLICT (space, device, seq) DO NOTHING
