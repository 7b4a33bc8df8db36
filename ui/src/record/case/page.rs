//! The page of one case: heading, content, the question that is open, the actions, and the records
//! it came from.

use domain::Id;
use domain::entry::Entry;
use domain::views::Page;
use leptos::prelude::*;

use crate::app::head::record_bar;
use crate::app::query::Answer;
use crate::kit::erased::dynamic;
use crate::kit::text::t;
use crate::record::case::actions::{ACTIONS, ways};
use crate::record::case::ask::{Ask, case_ask};
use crate::record::case::head::heading;
use crate::record::conflicts;
use crate::record::deleted::deleted;
use crate::record::draft_note::{draft_note, reopen_sheet};
use crate::record::links::linked_records;

/// The question that is open, if any.
pub type Asking = RwSignal<Option<Ask>>;

/// The actions on a case in its present state.
pub type Actions = fn(&Entry, Asking) -> AnyView;

/// The page. `asks` are the questions that drafts may belong to, and `body` is the content.
pub fn case_article(
    id: Id,
    record: Answer<Page>,
    asks: &'static [Ask],
    body: AnyView,
    actions: Actions,
) -> AnyView {
    let asking = Asking::new(None);
    let resume = move |sheet: &str| asking.set(Ask::named(sheet, asks));
    reopen_sheet(record, resume);
    let note = move || asking.get().is_none().then(|| draft_note(id, resume));
    view! {
        <article class="case-page">
            {record_bar()}
            {heading(record)}
            {conflicts::on_page(id, record)}
            {dynamic(note)}
            {body}
            {case_ask(id, asking)}
            <div class="actions" id=ACTIONS tabindex="-1" role="group" aria-label=t("case-actions")>
                {dynamic(move || next(record, asking, actions))}
            </div>
            {dynamic(move || links(record))}
        </article>
    }
    .into_any()
}

fn entry_of(record: Answer<Page>) -> Option<Entry> {
    record.get()?.ok()?.entries.into_iter().next()
}

/// The actions on a case; none while a question is open.
fn next(record: Answer<Page>, asking: Asking, actions: Actions) -> Option<AnyView> {
    let entry = entry_of(record).filter(|_| asking.get().is_none())?;
    if entry.deleted {
        return deleted(&entry);
    }
    Some(view! { {actions(&entry, asking)} {ways(&entry)} }.into_any())
}

fn links(record: Answer<Page>) -> Option<AnyView> {
    entry_of(record).filter(|it| !it.deleted).map(|it| linked_records(&it))
}
