//! *Slettet*: what lies in the bin, and the way out of it.

use domain::calls::Bin;
use domain::entry::Entry;
use domain::views::Page;
use leptos::prelude::*;

use crate::components::deleted::{by_whom, restore};
use crate::components::head::Head;
use crate::components::icon::{Icon, icon};
use crate::components::record_rows::{kind_name, people, sign_of, title};
use crate::components::states::{earlier, empty, shown};
use crate::form::Names;
use crate::lean::dynamic;
use crate::state::live;
use crate::text::t;

/// Records asked for at a time.
const STEP: u32 = 100;

/// The page.
#[component]
pub fn BinPage() -> impl IntoView {
    let limit = RwSignal::new(STEP);
    let bin = live(move || Bin { limit: limit.get(), skip: 0 });
    view! {
        <Head title=t("bin-title") line=t("bin-line") back=true />
        {shown(bin, move |it| rows(&it, limit))}
    }
}

fn rows(page: &Page, limit: RwSignal<u32>) -> AnyView {
    if page.entries.is_empty() {
        return empty(Icon::Bin, t("bin-empty"), t("bin-empty-what"), ().into_any());
    }
    let total = page.total;
    let more = move || (total > u64::from(limit.get())).then(|| earlier(limit, STEP));
    let rows = page.entries.iter().map(|it| row(it, &page.names));
    view! {
        <ul class="card rows">{rows.collect_view()}</ul>
        {dynamic(more)}
    }
    .into_any()
}

fn row(entry: &Entry, names: &Names) -> AnyView {
    let class = format!("kind kind-{}", entry.kind);
    let about = [vec![kind_name(&entry.kind)], people(entry, names)].concat().join(" · ");
    view! {
        <li class="row">
            <div class="fill">
                <span class=class>{icon(sign_of(&entry.kind))}</span>
                <span class="body">
                    <b>{title(entry, names)}</b>
                    <span class="sub">{about}</span>
                    <span class="sub">{by_whom(entry)}</span>
                </span>
            </div>
            {restore(entry.id)}
        </li>
    }
    .into_any()
}
