//! *Slettet*: what lies in the bin, and the way out of it.

use domain::Id;
use domain::calls::{Bin, Restore};
use domain::entry::Entry;
use domain::views::Page;
use leptos::prelude::*;

use crate::components::head::Head;
use crate::components::icon::{Icon, icon};
use crate::components::record_rows::{kind_name, people, sign_of, title};
use crate::components::states::{empty, shown};
use crate::form::Names;
use crate::lean::{dynamic, press, task};
use crate::state::{app, live};
use crate::text::{t, tv};
use crate::{api, format};

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
    let more = move || (total > u64::from(limit.get())).then(|| more(limit));
    let rows = page.entries.iter().map(|it| row(it, &page.names));
    view! {
        <ul class="card rows">{rows.collect_view()}</ul>
        {dynamic(more)}
    }
    .into_any()
}

fn row(entry: &Entry, names: &Names) -> AnyView {
    let class = format!("kind kind-{}", entry.kind);
    let who = Some(entry.changed.by.clone()).filter(|it| !it.is_empty());
    let who = who.unwrap_or_else(|| t("someone"));
    let deleted = tv("bin-deleted", &[("who", &who), ("when", &format::recent(entry.changed.at))]);
    let about = [vec![kind_name(&entry.kind)], people(entry, names)].concat().join(" · ");
    view! {
        <li class="row">
            <div class="fill">
                <span class=class>{icon(sign_of(&entry.kind))}</span>
                <span class="body">
                    <b>{title(entry, names)}</b>
                    <span class="sub">{about}</span>
                    <span class="sub">{deleted}</span>
                </span>
            </div>
            {restore(entry.id)}
        </li>
    }
    .into_any()
}

/// The button that takes a record out of the bin.
pub fn restore(id: Id) -> AnyView {
    let app = app();
    let restore = press(move || {
        task(async move {
            match api::call(Restore { id }).await {
                Ok(saved) => app.say(t("bin-restored"), saved.group),
                Err(fault) => app.fail(&fault),
            }
        });
    });
    view! {
        <button type="button" class="ds-button restore" data-variant="secondary" on:click=restore>
            {icon(Icon::Undo)}
            {t("bin-restore")}
        </button>
    }
    .into_any()
}

fn more(limit: RwSignal<u32>) -> AnyView {
    view! {
        <button type="button" class="ds-button" data-variant="secondary" on:click=press(move || limit.update(|it| *it += STEP))>
            {t("resident-earlier")}
        </button>
    }
    .into_any()
}
