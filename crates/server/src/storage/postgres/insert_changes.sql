-- A column each, all of one length: one statement, however many there are.
INSERT INTO change (
    space, device, seq, record, action, action_count, clock, size, hash,
    payload, signature, position, action_end, digest, sum
)
SELECT
    $1, $2, seq, record, action, action_count, clock, size, hash,
    payload, signature, position, action_end, digest, sum
FROM unnest(
    $3::BIGINT [], $4::UUID [], $5::UUID [], $6::BIGINT [], $7::BIGINT [],
    $8::BIGINT [], $9::BYTEA [], $10::BYTEA [], $11::BYTEA [], $12::BIGINT [],
    $13::BIGINT [], $14::BYTEA [], $15::BYTEA []
) AS fresh (
    seq, record, action, action_count, clock, size, hash,
    payload, signature, position, action_end, digest, sum
)
