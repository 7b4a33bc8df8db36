//! *To versjoner*: all records where a person must choose, with the fields, authors and times.

use domain::calls::GetConflicts;
use domain::change::DELETED;
use domain::entry::{Choice, Entry, Wording};
use leptos::prelude::*;

use crate::app::head::Head;
use crate::app::link;
use crate::app::query::live;
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::states::empty;
use crate::kit::text::{label, t};
use crate::record::conflicts::versions::author;
use crate::record::form::Names;
use crate::record::list::{STEP, record_list};
use crate::record::row::{kind_name, people, sign_of, time, title};

/// The page.
#[component]
pub fn VersionsPage() -> impl IntoView {
    let limit = RwSignal::new(STEP);
    let waiting = live(move || GetConflicts { limit: limit.get(), skip: 0 });
    view! {
        <Head title=t("versions-title") line=t("versions-line") back=true />
        {record_list(waiting, limit, row, none)}
    }
}

fn none() -> AnyView {
    empty(Icon::Check, t("versions-none"), t("versions-none-what"), ().into_any())
}

/// A record, and under it each field that waits for a choice.
fn row(entry: &Entry, names: &Names) -> AnyView {
    let class = format!("kind kind-{}", entry.kind);
    let about =
        [vec![kind_name(&entry.kind)], people(entry, names), time(entry).into_iter().collect()];
    let fields = entry.conflicts.iter().map(|it| {
        view! { <span class="sub waits"><b>{what(entry, it)}</b> " " {authors(it)}</span> }
    });
    view! {
        <li class="row">
            <a class="fill" href=link::to(&entry.kind, entry.id)>
                <span class=class>{icon(sign_of(&entry.kind))}</span>
                <span class="body">
                    <b>{title(entry, names)}</b>
                    <span class="sub">{about.concat().join(" · ")}</span>
                    {fields.collect_view()}
                </span>
                {icon(Icon::Forward)}
            </a>
        </li>
    }
    .into_any()
}

fn what(entry: &Entry, choice: &Choice) -> String {
    if choice.field == DELETED { t("outlived-title") } else { label(&entry.kind, &choice.field) }
}

/// `Aisha i dag 14.05 · Bjørn i går 09.50`.
fn authors(choice: &Choice) -> String {
    let one = |it: &Wording| format!("{} {}", author(it), format::recent(it.signed.at));
    choice.versions.iter().map(one).collect::<Vec<_>>().join(" · ")
}
