//! One matter: an incident, a referral or a follow-up. On a laptop it stands beside the list.

use domain::calls::{self, History};
use domain::entry::Entry;
use domain::views::{Page, Revision};
use domain::{FollowUp, Id, Incident, Record, Referral};
use leptos::prelude::*;

use crate::app::head::record_bar;
use crate::app::not_found::not_found;
use crate::app::query::{Answer, live, shown};
use crate::app::router;
use crate::kit::erased::dynamic;
use crate::kit::text::t;
use crate::nouns::cases::ask::{Ask, case_ask};
use crate::nouns::cases::column::case_list;
use crate::nouns::cases::phone_calls::call_list;
use crate::nouns::cases::{follow_up, incident, referral};
use crate::record::case::actions::{ACTIONS, ways};
use crate::record::case::head::{heading, under_heading};
use crate::record::conflicts;
use crate::record::deleted::deleted;
use crate::record::draft_note::{draft_note, reopen_sheet};
use crate::record::links::linked_records;

/// The page.
pub fn case_page(id: Id) -> AnyView {
    let record = live(move || calls::Get { id });
    let history = live(move || History { id });
    let asking = RwSignal::new(None::<Ask>);
    let resume = move |sheet: &str| asking.set(Ask::named(sheet));
    reopen_sheet(record, resume);
    let note = move || asking.get().is_none().then(|| draft_note(id, resume));
    let list =
        view! { <p class="list-title"><a href=router::path("cases")>{t("nav-cases")}</a></p> };
    view! {
        <div class="cases case-first">
            {case_list(list.into_any(), Some(id))}
            <article class="case-page">
                {record_bar()}
                {heading(record)}
                {conflicts::on_page(id, record)}
                {dynamic(note)}
                {call_list(id, record, true)}
                {shown(record, move |it| matter(&it, history))}
                {call_list(id, record, false)}
                {case_ask(id, asking)}
                <div class="actions" id=ACTIONS tabindex="-1" role="group" aria-label=t("case-actions")>
                    {dynamic(move || actions(record, asking))}
                </div>
                {dynamic(move || links(record))}
            </article>
        </div>
    }
    .into_any()
}

fn matter(page: &Page, history: Answer<Vec<Revision>>) -> AnyView {
    let Some(entry) = page.entries.first() else { return not_found() };
    let body = match entry.kind.as_str() {
        Referral::KIND => referral::body(entry, &page.names, history),
        Incident::KIND => incident::body(entry, &page.names),
        FollowUp::KIND => follow_up::body(entry),
        _ => return not_found(),
    };
    view! { {under_heading(entry, &page.names)} {body} }.into_any()
}

fn entry_of(record: Answer<Page>) -> Option<Entry> {
    record.get()?.ok()?.entries.into_iter().next()
}

/// What one does with it now; nothing while something is being asked for.
fn actions(record: Answer<Page>, asking: RwSignal<Option<Ask>>) -> Option<AnyView> {
    let entry = entry_of(record).filter(|_| asking.get().is_none())?;
    if entry.deleted {
        return deleted(&entry);
    }
    let first = match entry.kind.as_str() {
        Referral::KIND => referral::actions(&entry, asking),
        Incident::KIND => incident::actions(&entry, asking),
        FollowUp::KIND => follow_up::actions(&entry, asking),
        _ => return None,
    };
    Some(view! { {first} {ways(&entry)} }.into_any())
}

fn links(record: Answer<Page>) -> Option<AnyView> {
    entry_of(record).filter(|it| !it.deleted).map(|it| linked_records(&it))
}
