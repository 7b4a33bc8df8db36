//! How many records wait for somebody to choose between versions: a number beside the ways to
//! *Mer*, where all of them are listed.

use leptos::prelude::*;

use crate::app::session::{App, app};
use crate::kit::erased::dynamic;
use crate::kit::text::tn;

/// The number, while there is one, and what a screen reader says of it.
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

/// How many wait.
pub fn count(app: App) -> i64 {
    let count = app.status.with(|it| it.as_ref().map_or(0, |it| it.conflicts));
    i64::try_from(count).unwrap_or(i64::MAX)
}
