INSERT INTO record (
    id, space, kind, body, title, sort, at, conflicts, deleted,
    made_clock, made_by, changed_clock, changed_by
)
VALUES (
    :id, :space, :kind, :body, :title, :sort, :at, :conflicts, :deleted,
    :made_clock, :made_by, :changed_clock, :changed_by
)
ON CONFLICT (id) DO UPDATE SET
    body = excluded.body,
    kind = excluded.kind,
    title = excluded.title,
    sort = excluded.sort,
    at = excluded.at,
    conflicts = excluded.conflicts,
    deleted = excluded.deleted,
    made_clock = excluded.made_clock,
    made_by = excluded.made_by,
    changed_clock = excluded.changed_clock,
    changed_by = excluded.changed_by
RETURNING row
