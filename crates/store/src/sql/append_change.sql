INSERT INTO change (
    space, device, seq, record, changeset, group_count, clock, payload, sealed, sent
)
VALUES (
    :space, :device, :seq, :record, :changeset, :group_count, :clock, :payload, :sealed, :sent
)
ON CONFLICT (space, device, seq) DO NOTHING
