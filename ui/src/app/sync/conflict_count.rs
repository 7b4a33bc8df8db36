//! The number of records that wait for a choice between versions, beside the links to *Mer*, where
//! all of them are listed.

use leptos::prelude::*;

use crate::app::session::{App, app};
use crate::kit::erased::dynamic;
use crate::kit::text::tn;

/// The number, unless it is 0, and its words for a screen reader.
pub fn badge() -> AnyView {
    let app = app();
    let count = Memo::new(move |_| count(app));
    dynamic(move || {
        let count = Some(count.get()).filter(|it| *it > 0);
        count.map(|it| {
            view! {
                <em class="badge" aria-hidden="true">{it}</em>
                <span class="sr-only">{tn("nav-more-waiting", it)}</span>
            }
        })
    })
}

/// The number.
pub fn count(app: App) -> i64 {
    let count = app.status.with(|it| it.as_ref().map_or(0, |it| it.conflicts));
    i64::try_from(count).unwrap_or(i64::MAX)
}
