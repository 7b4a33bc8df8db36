//! The records that a case came from, and those that came of it.

use domain::calls::{self, About};
use domain::entry::Entry;
use domain::views::Page;
use domain::{Appointment, Id, KINDS, Kind};
use leptos::prelude::*;

use crate::app::link;
use crate::app::query::{Answer, live};
use crate::kit::button::way;
use crate::kit::erased::dynamic;
use crate::kit::format;
use crate::kit::icon::Icon;
use crate::kit::states::more_of;
use crate::kit::text::{t, tv};
use crate::record::row::row;
use crate::record::values::text;

/// Records listed at first, and added at a time.
const STEP: u32 = 50;

/// The records that came of this one, if any. One that names it as its next came before it.
pub fn came_of(id: Id) -> AnyView {
    about(id, "appointment-after", move |it| text(it, Appointment::NEXT) != id.to_string())
}

/// The record that a record came from.
pub fn source(id: Id) -> AnyView {
    let source = live(move || calls::Get { id });
    dynamic(move || section("case-links", all(source), None))
}

/// The records that point to a record; nothing if there are none.
pub fn linked(id: Id) -> AnyView {
    about(id, "case-links", |_| true)
}

fn about(id: Id, title: &'static str, wanted: impl Fn(&Entry) -> bool + Send + 'static) -> AnyView {
    let limit = RwSignal::new(STEP);
    let records = live(move || About { id, limit: limit.get(), skip: 0 });
    dynamic(move || section(title, rows_of(records, &wanted), more(records, limit)))
}

/// The records on either side, and links to new ones.
pub fn linked_records(entry: &Entry) -> AnyView {
    let named = domain::kind(&entry.kind).and_then(Kind::source);
    let (id, from) = (entry.id, named.and_then(|it| text(entry, it.name).parse::<Id>().ok()));
    let source = from.map(|id| live(move || calls::Get { id }));
    let limit = RwSignal::new(STEP);
    let rest = live(move || About { id, limit: limit.get(), skip: 0 });
    let list = move || {
        let rows = source.into_iter().chain([rest]).flat_map(all).collect();
        section("case-links", rows, more(rest, limit))
    };
    view! { {dynamic(list)} <div class="reach">{new_ones(entry)}</div> }.into_any()
}

/// The button for more records that point to it.
fn more(records: Answer<Page>, limit: RwSignal<u32>) -> Option<AnyView> {
    records.with(|it| more_of(it.as_ref()?.as_ref().ok()?, limit, STEP))
}

fn section(title: &str, rows: Vec<AnyView>, more: Option<AnyView>) -> Option<AnyView> {
    (!rows.is_empty()).then(|| {
        view! {
            <section>
                <h2>{t(title)}</h2>
                <ul class="card rows">{rows}</ul>
                {more}
            </section>
        }
        .into_any()
    })
}

fn all(answer: Answer<Page>) -> Vec<AnyView> {
    rows_of(answer, |_| true)
}

fn rows_of(answer: Answer<Page>, wanted: impl Fn(&Entry) -> bool) -> Vec<AnyView> {
    let Some(Ok(page)) = answer.get() else { return Vec::new() };
    let shown = page.entries.iter().filter(|it| !it.deleted && wanted(it));
    shown.map(|it| row(it, &page.names)).collect()
}

/// Links to the forms of other kinds that take over this record's words.
fn new_ones(entry: &Entry) -> AnyView {
    let other = |it: &&Kind| it.takes_words() && it.name != entry.kind;
    let ways = KINDS.iter().filter(other).map(|it| {
        let words = tv("form-new", &[("kind", &format::small(&t(it.name)))]);
        way(link::new_from(it.name, entry.id), Icon::Plus, words)
    });
    ways.collect_view().into_any()
}
