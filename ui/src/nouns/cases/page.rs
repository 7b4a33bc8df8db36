//! One case: an incident, a referral or a follow-up. On a laptop it is beside the list.

use domain::calls::{self, History};
use domain::entry::Entry;
use domain::views::{Page, Revision};
use domain::{FollowUp, Id, Incident, Record, Referral};
use leptos::prelude::*;

use crate::app::not_found::not_found;
use crate::app::query::{Answer, live, shown};
use crate::app::router;
use crate::kit::text::t;
use crate::nouns::cases::column::case_list;
use crate::nouns::cases::phone_calls::call_list;
use crate::nouns::cases::{follow_up, incident, referral};
use crate::record::case::ask::Ask;
use crate::record::case::head::under_heading;
use crate::record::case::page::{Asking, case_article};

/// The questions on these pages.
const ASKS: &[Ask] = &[referral::ANSWER, incident::SETTLED, follow_up::WENT, follow_up::DAY];

/// The page.
pub fn case_page(id: Id) -> AnyView {
    let record = live(move || calls::Get { id });
    let history = live(move || History { id });
    let list =
        view! { <p class="list-title"><a href=router::path("cases")>{t("nav-cases")}</a></p> };
    let body = view! {
        {call_list(id, record, true)}
        {shown(record, move |it| case(&it, history))}
        {call_list(id, record, false)}
    };
    view! {
        <div class="cases case-first">
            {case_list(list.into_any(), Some(id))}
            {case_article(id, record, ASKS, body.into_any(), actions)}
        </div>
    }
    .into_any()
}

fn case(page: &Page, history: Answer<Vec<Revision>>) -> AnyView {
    let Some(entry) = page.entries.first() else { return not_found() };
    let body = match entry.kind.as_str() {
        Referral::KIND => referral::body(entry, &page.names, history),
        Incident::KIND => incident::body(entry, &page.names),
        FollowUp::KIND => follow_up::body(entry, &page.names),
        _ => return not_found(),
    };
    view! { {under_heading(entry, &page.names)} {body} }.into_any()
}

fn actions(entry: &Entry, asking: Asking) -> AnyView {
    match entry.kind.as_str() {
        Referral::KIND => referral::actions(entry, asking),
        Incident::KIND => incident::actions(entry, asking),
        FollowUp::KIND => follow_up::actions(entry, asking),
        _ => ().into_any(),
    }
}
