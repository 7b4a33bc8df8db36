//! A page's list of records of any kind, a hundred at a time.

use domain::entry::Entry;
use domain::views::Page;
use leptos::prelude::*;

use crate::app::query::{Answer, shown};
use crate::kit::states::more_of;
use crate::record::form::Names;

/// Records requested at a time.
pub const STEP: u32 = 100;

/// The records of a page, up to `limit`, with a button for more; `none` if there are none.
pub fn record_list(
    page: Answer<Page>,
    limit: RwSignal<u32>,
    row: fn(&Entry, &Names) -> AnyView,
    none: fn() -> AnyView,
) -> AnyView {
    shown(page, move |page| {
        if page.entries.is_empty() {
            return none();
        }
        let more = more_of(&page, limit, STEP);
        let rows = page.entries.iter().map(|it| row(it, &page.names)).collect_view();
        view! {
            <ul class="card rows">{rows}</ul>
            {more}
        }
        .into_any()
    })
}
