//! That somebody was registered twice: where it all stands, and how to take it back.

use domain::Id;
use domain::calls::GetSame;
use domain::entry::Entry;
use domain::views::Page;
use leptos::prelude::*;

use crate::components::icon::{Icon, icon};
use crate::components::states::also;
use crate::link;
use crate::live::live;
use crate::text::t;
use crate::values::called;

/// What a resident's page says of it; nothing where there is but one record of them.
pub fn same(id: Id) -> AnyView {
    also(live(move || GetSame { id }), move |it| notice(id, &it))
}

fn notice(id: Id, page: &Page) -> AnyView {
    let Some((counts, others)) = page.entries.split_first() else { return ().into_any() };
    let (words, ways): (_, Vec<_>) = if counts.id == id {
        (t("same-others"), others.iter().map(way).collect())
    } else {
        (t("same-counts"), vec![way(counts)])
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

fn way(to: &Entry) -> AnyView {
    let href = link::to("resident", to.id);
    view! { <a lang="nb" class="ds-button" data-variant="secondary" href=href>{called(to).to_owned()}</a> }
        .into_any()
}
