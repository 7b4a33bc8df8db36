//! Where things are: one place that knows the paths.

use domain::Id;
use domain::views::Draft;

/// The form for a new conversation.
pub const NEW_VISIT: &str = "/samtale";

/// The page of a record.
pub fn to(kind: &str, id: Id) -> String {
    match kind {
        "visit" => format!("/samtale/{id}"),
        "resident" => format!("/beboere/{id}"),
        "partner" => format!("/partnere/{id}"),
        "appointment" => format!("/avtale/{id}"),
        "incident" | "referral" | "follow-up" => format!("/saker/{id}"),
        "activity" => format!("/aktiviteter/{id}"),
        _ => form(kind, id),
    }
}

/// The form over a record.
pub fn form(kind: &str, id: Id) -> String {
    if kind == "visit" { to(kind, id) } else { format!("/skjema/{kind}/{id}") }
}

/// The question in the address that opens a sheet on a record's page.
pub const SHEET: &str = "ark";

/// Where a draft was written.
pub fn draft(draft: &Draft) -> String {
    if draft.sheet.is_empty() {
        return form(&draft.kind, draft.id);
    }
    format!("{}?{SHEET}={}", to(&draft.kind, draft.id), draft.sheet)
}

/// The form for a new record.
pub fn new(kind: &str) -> String {
    if kind == "visit" { NEW_VISIT.to_owned() } else { format!("/skjema/{kind}") }
}

/// The form for a new record that comes of another, and begins with what is known from there.
pub fn new_from(kind: &str, from: Id) -> String {
    format!("{}?from={from}", new(kind))
}

/// Who changed a record, when, and what.
pub fn history(id: Id) -> String {
    format!("/historikk/{id}")
}

/// Whether a path is that of a record which lists what was made from there.
pub fn lists(path: Option<&String>) -> bool {
    let parts = path.map(|it| parts(it)).unwrap_or_default();
    parts.len() == 2
        && ["beboere", "saker", "avtale", "aktiviteter", "partnere"].contains(&parts[0])
}

/// A path's names, outermost first.
pub fn parts(path: &str) -> Vec<&str> {
    path.split('/').filter(|it| !it.is_empty()).collect()
}

/// Remembers that one came by `path`; a path that only leads on to another is left out.
pub fn passed(trail: &mut Vec<String>, path: &str) {
    let leads_on =
        path == NEW_VISIT || path.strip_prefix("/skjema/").is_some_and(|it| !it.contains('/'));
    if leads_on || trail.last().is_some_and(|it| it == path) {
        return;
    }
    if trail.iter().rev().nth(1).is_some_and(|it| it == path) {
        trail.pop();
    } else {
        trail.push(path.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::passed;

    #[test]
    fn going_back_shortens_the_trail_and_forms_without_a_name_leave_none() {
        let mut trail = Vec::new();
        for path in ["/", "/beboere", "/samtale", "/samtale/1", "/beboere"] {
            passed(&mut trail, path);
        }
        assert_eq!(trail, ["/", "/beboere"]);
        passed(&mut trail, "/skjema/unit");
        assert_eq!(trail, ["/", "/beboere"]);
        passed(&mut trail, "/skjema/unit/2");
        assert_eq!(trail, ["/", "/beboere", "/skjema/unit/2"]);
    }
}
