//! The day for a matter, in words.

use chrono::NaiveDate;
use domain::entry::Entry;
use leptos::prelude::*;

use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::tn;
use crate::record::values::{filled, text};

/// Whether nobody owes anything any more.
pub fn is_settled(status: &str) -> bool {
    matches!(status, "answered" | "declined" | "done" | "withdrawn" | "closed")
}

/// Whether the day has passed while somebody still owes something.
pub fn is_late(status: &str, due: Option<NaiveDate>) -> bool {
    !is_settled(status) && due.is_some_and(|it| it < format::today())
}

/// `torsdag`, or `2 dager over frist`.
pub fn due_words(status: &str, due: NaiveDate) -> AnyView {
    if !is_late(status, Some(due)) {
        return view! { <span>{format::coming(&due.to_string())}</span> }.into_any();
    }
    let days = (format::today() - due).num_days();
    view! { <span class="late">{icon(Icon::Clock)} {tn("case-late", days)}</span> }.into_any()
}

/// The day that stands in a record, if it has one.
pub fn due_of(entry: &Entry) -> Option<NaiveDate> {
    filled(entry, "reply_by").or_else(|| filled(entry, "due"))?.parse().ok()
}

/// How far a record has come; of a follow-up `open` or `done`.
pub fn status_of(entry: &Entry) -> &str {
    match (entry.kind.as_str(), filled(entry, "done")) {
        ("follow-up", Some(_)) => "done",
        ("follow-up", None) => "open",
        _ => text(entry, "status"),
    }
}
