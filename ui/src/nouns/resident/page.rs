//! *Beboer*: one resident and their story, newest first.

use domain::entry::Entry;
use domain::views::Page;
use domain::{Id, Record, Resident, calls};
use leptos::prelude::*;

use crate::app::head::record_bar;
use crate::app::not_found::not_found;
use crate::app::query::{also, live, shown};
use crate::kit::erased::dynamic;
use crate::kit::text::label;
use crate::nouns::resident::head::{contacts, quick, who};
use crate::nouns::resident::merged::{records_of, same, stands_elsewhere};
use crate::record::conflicts;
use crate::record::deleted::deleted;
use crate::record::draft_note::draft_note;
use crate::record::pin::pinned_about;
use crate::record::story::story;
use crate::record::values::text;

/// The page.
pub fn resident_page(id: Id) -> AnyView {
    let record = live(move || calls::Get { id });
    let records = records_of(id);
    let told = Memo::new(move |_| stands_elsewhere(id, records) != Some(true));
    view! {
        {record_bar()}
        {shown(record, |it| head(&it))}
        {same(id, records)}
        {conflicts::on_page(id, record)}
        {draft_note(id, |_| ())}
        {also(record, |it| known(&it))}
        {pinned_about(id)}
        {dynamic(move || told.get().then(|| story(id)))}
    }
    .into_any()
}

fn head(page: &Page) -> AnyView {
    let Some(entry) = page.entries.first() else { return not_found() };
    view! { {who(entry, &page.names)} {deleted(entry)} }.into_any()
}

/// The actions, the contacts and the remarks.
fn known(page: &Page) -> AnyView {
    let Some(entry) = page.entries.first() else { return ().into_any() };
    view! {
        {(!entry.deleted).then(|| quick(entry, &page.names))}
        {contacts(entry, &page.names)}
        {remarks(entry)}
    }
    .into_any()
}

fn remarks(entry: &Entry) -> Option<AnyView> {
    let remarks = text(entry, Resident::REMARKS).to_owned();
    (!remarks.is_empty()).then(|| {
        view! {
            <section>
                <h2>{label(Resident::KIND, Resident::REMARKS)}</h2>
                <p class="card remarks">{remarks}</p>
            </section>
        }
        .into_any()
    })
}
