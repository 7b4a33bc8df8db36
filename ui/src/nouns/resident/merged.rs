//! A note that a resident was registered twice, with links to the other records.

use domain::calls::GetSame;
use domain::entry::Entry;
use domain::views::Page;
use domain::{Id, Record, Resident};
use leptos::prelude::*;

use crate::app::link;
use crate::app::query::{Answer, also, live};
use crate::kit::icon::{Icon, icon};
use crate::kit::text::t;
use crate::record::form::Names;
use crate::record::values::called;

/// The note on a resident's page; nothing if the resident has only one record.
pub fn same(id: Id, records: Answer<Page>) -> AnyView {
    also(records, move |it| notice(id, &it))
}

/// All records of the resident that a record is of.
pub fn records_of(id: Id) -> Answer<Page> {
    live(move || GetSame { id })
}

/// Whether the story of this record is on another record's page; none until that is read.
pub fn stands_elsewhere(id: Id, records: Answer<Page>) -> Option<bool> {
    records.with(|it| {
        let page = it.as_ref()?.as_ref().ok()?;
        Some(page.entries.first().is_some_and(|it| it.id != id))
    })
}

fn notice(id: Id, page: &Page) -> AnyView {
    let Some((counts, others)) = page.entries.split_first() else { return ().into_any() };
    let (words, ways): (_, Vec<_>) = if counts.id == id {
        (t("same-others"), others.iter().map(|it| way(it, &page.names)).collect())
    } else {
        (t("same-counts"), vec![way(counts, &page.names)])
    };
    view! {
        <div class="callout calm">
            {icon(Icon::People)} <div class="stack">
                <p>{words}</p>
                {ways}
            </div>
        </div>
    }
    .into_any()
}

fn way(to: &Entry, names: &Names) -> AnyView {
    let href = link::to(Resident::KIND, to.id);
    view! { <a lang="nb" class="ds-button" data-variant="secondary" href=href>{called(to, names)}</a> }
        .into_any()
}
