INSERT INTO record (
    id, space, kind, body, title, listed, sort, at, state, due, weight, conflicts, deleted,
    made_clock, made_by, changed_clock, changed_by
)
VALUES (
    :id, :space, :kind, :body, :title, :listed, :sort, :at, :state, :due, :weight, :conflicts,
    :deleted, :made_clock, :made_by, :changed_clock, :changed_by
)
ON CONFLICT (id) DO UPDATE SET
    body = excluded.body,
    kind = excluded.kind,
    title = excluded.title,
    listed = excluded.listed,
    sort = excluded.sort,
    at = excluded.at,
    state = excluded.state,
    due = excluded.due,
    weight = excluded.weight,
    conflicts = excluded.conflicts,
    deleted = excluded.deleted,
    made_clock = excluded.made_clock,
    made_by = excluded.made_by,
    changed_clock = excluded.changed_clock,
    changed_by = excluded.changed_by
RETURNING row
