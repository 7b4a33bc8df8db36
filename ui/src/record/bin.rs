//! *Slettet*: the deleted records, each with a button to restore it.

use domain::Visit;
use domain::calls::Bin;
use domain::entry::Entry;
use leptos::prelude::*;

use crate::app::head::Head;
use crate::app::query::live;
use crate::kit::icon::{Icon, icon};
use crate::kit::states::empty;
use crate::kit::text::t;
use crate::record::deleted::{by_whom, restore};
use crate::record::form::Names;
use crate::record::list::{STEP, record_list};
use crate::record::row::{kind_name, people, sign_of, title};
use crate::record::values::text;

/// The page.
#[component]
pub fn BinPage() -> impl IntoView {
    let limit = RwSignal::new(STEP);
    let bin = live(move || Bin { limit: limit.get(), skip: 0 });
    view! {
        <Head title=t("bin-title") line=t("bin-line") back=true />
        {record_list(bin, limit, row, none)}
    }
}

fn none() -> AnyView {
    empty(Icon::Bin, t("bin-empty"), t("bin-empty-what"), ().into_any())
}

fn row(entry: &Entry, names: &Names) -> AnyView {
    let class = format!("kind kind-{}", entry.kind);
    let about = [vec![kind_name(&entry.kind)], people(entry, names)].concat().join(" · ");
    // Several visits about housing are told apart by their notes.
    let note = text(entry, Visit::NOTE).to_owned();
    view! {
        <li class="row">
            <div class="fill">
                <span class=class>{icon(sign_of(&entry.kind))}</span>
                <span class="body">
                    <b>{title(entry, names)}</b>
                    <span class="sub">{about}</span>
                    <span class="sub clip">{note}</span>
                    <span class="sub">{by_whom(entry)}</span>
                </span>
            </div>
            {restore(entry.id)}
        </li>
    }
    .into_any()
}
