//! The addresses of records, forms and drafts, from the table of pages.

use domain::views::Draft;
use domain::{Id, Record, Resident};

use crate::app::router::{self, Route};

/// The page of a record.
pub fn to(kind: &str, id: Id) -> String {
    page_of(kind).map_or_else(|| generic_form(kind, id), |page| page.of(kind, id))
}

/// The form of a record.
pub fn form(kind: &str, id: Id) -> String {
    let own = router::pages().find(|page| page.is_form && page.shows.contains(&kind));
    own.map_or_else(|| generic_form(kind, id), |page| page.of(kind, id))
}

/// Whether a kind's records have a page that is not their form.
pub fn has_page(kind: &str) -> bool {
    page_of(kind).is_some_and(|page| !page.is_form)
}

fn page_of(kind: &str) -> Option<&'static Route> {
    router::pages().find(|page| page.shows.contains(&kind))
}

fn generic_form(kind: &str, id: Id) -> String {
    address("form", kind, id)
}

/// The page of that name for a record of any kind.
pub fn of(page: &str, id: Id) -> String {
    address(page, "", id)
}

/// The address of the page of that name, with kind and id filled in.
fn address(page: &str, kind: &str, id: Id) -> String {
    router::named(page).map_or_else(String::new, |page| page.of(kind, id))
}

/// The key in the query that opens a sheet on a record's page.
pub const SHEET: &str = "ark";

/// The page on which a draft was written.
pub fn draft(draft: &Draft) -> String {
    if draft.sheet.is_empty() {
        return form(&draft.kind, draft.id);
    }
    format!("{}?{SHEET}={}", to(&draft.kind, draft.id), draft.sheet)
}

/// The form for a new record.
pub fn new(kind: &str) -> String {
    let own = router::pages().find(|page| page.makes == Some(kind));
    own.map_or_else(|| address("new-form", kind, Id::default()), |page| page.path.to_owned())
}

/// The key in the query with the resident whom a new record is about.
pub const RESIDENT: &str = Resident::KIND;
/// The key in the query with the record from which a new one is made.
pub const FROM: &str = "from";

/// The form for a new record that is made from another and takes over values from it.
pub fn new_from(kind: &str, from: Id) -> String {
    format!("{}?{FROM}={from}", new(kind))
}

/// The history of a record.
pub fn history(id: Id) -> String {
    of("history", id)
}

/// Whether a path is that of a record whose page lists the records made from it.
pub fn lists(path: Option<&String>) -> bool {
    path.and_then(|it| router::find(it)).is_some_and(|(page, _)| page.gathers)
}

/// Adds `path` to the pages that the user passed; a path that leads on to another is left out.
pub fn passed(trail: &mut Vec<String>, path: &str) {
    let leads_on = router::find(path).is_some_and(|(page, _)| page.leads_on);
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
    use super::*;

    #[test]
    fn going_back_shortens_the_trail_and_forms_without_a_name_leave_none() {
        crate::app::pages::register();
        let mut trail = Vec::new();
        for path in [
            "/",
            "/beboere",
            "/samtale",
            "/samtale/00000000-0000-0000-0000-000000000001",
            "/beboere",
        ] {
            passed(&mut trail, path);
        }
        assert_eq!(trail, ["/", "/beboere"]);
        passed(&mut trail, "/skjema/unit");
        assert_eq!(trail, ["/", "/beboere"]);
        passed(&mut trail, "/skjema/unit/00000000-0000-0000-0000-000000000002");
        assert_eq!(trail, ["/", "/beboere", "/skjema/unit/00000000-0000-0000-0000-000000000002"]);
    }
}
