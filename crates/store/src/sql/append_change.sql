INSERT INTO change (
    space, device, seq, record, changeset, group_count, clock, payload
)
VALUES (
    :space, :device, :seq, :record, :changeset, :group_count, :clock, :payload
)
ON CONFLICT (space, device, seq) DO NOTHING
