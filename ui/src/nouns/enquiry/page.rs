//! One enquiry: who asks, the question, the day an answer is due, and the answer.

use domain::calls;
use domain::entry::Entry;
use domain::kinds::{Asker, Enquiry, EnquiryStatus};
use domain::views::Page;
use domain::{Id, Record};
use leptos::prelude::*;

use crate::app::not_found::not_found;
use crate::app::query::{live, shown};
use crate::kit::format;
use crate::kit::icon::Icon;
use crate::kit::phone::tel;
use crate::kit::text::{label, t};
use crate::record::case::actions::{Weight, action, to_status};
use crate::record::case::ask::Ask;
use crate::record::case::due::due_of;
use crate::record::case::head::{fact, owner, passage, under_heading};
use crate::record::case::page::{Asking, case_article};
use crate::record::form::Names;
use crate::record::values::{choice, filled, when};

/// Asks for the answer that was given, and marks the enquiry as answered today.
const ANSWER: Ask = Ask {
    name: "enquiry-answer",
    kind: Enquiry::KIND,
    fields: &[Enquiry::TOLD],
    words: "",
    state: Some(EnquiryStatus::Answered.name()),
    day: Some(Enquiry::ANSWERED),
    now: None,
};

/// The page.
pub fn enquiry_page(id: Id) -> AnyView {
    let record = live(move || calls::Get { id });
    let body = shown(record, |it| enquiry(&it));
    case_article(id, record, &[ANSWER], body, actions)
}

fn enquiry(page: &Page) -> AnyView {
    let Some(entry) = page.entries.first() else { return not_found() };
    view! {
        {under_heading(entry, &page.names)}
        {facts(entry, &page.names)}
        {passage(entry, Enquiry::WHAT)}
        {passage(entry, Enquiry::TOLD)}
    }
    .into_any()
}

fn facts(entry: &Entry, names: &Names) -> AnyView {
    let line = |field: &str, words: AnyView| fact(label(Enquiry::KIND, field), words);
    let phone = filled(entry, Enquiry::PHONE).map(|number| {
        let number = number.to_owned();
        line(Enquiry::PHONE, view! { <a href=tel(&number)>{number.clone()}</a> }.into_any())
    });
    let role = filled(entry, Enquiry::ROLE)
        .map(|it| line(Enquiry::ROLE, label(Asker::CHOICES.name, it).into_any()));
    let received = when(entry).map(|at| line(Enquiry::RECEIVED, format::moment(at).into_any()));
    let due = due_of(entry).map(|(_, near)| line(Enquiry::ANSWER_BY, near));
    let answered = filled(entry, Enquiry::ANSWERED)
        .map(|day| line(Enquiry::ANSWERED, format::date(day).into_any()));
    view! { <dl class="facts">{role} {received} {due} {owner(entry, names)} {phone} {answered}</dl> }.into_any()
}

fn actions(entry: &Entry, asking: Asking) -> AnyView {
    use EnquiryStatus::{Dismissed, Unanswered};
    let to = |weight, sign, words, status: EnquiryStatus| {
        to_status(entry, weight, sign, t(words), status.name())
    };
    if choice(entry, Enquiry::STATUS) != Some(Unanswered) {
        return to(Weight::Seldom, Icon::Undo, "case-open-again", Unanswered);
    }
    let ask = move || asking.set(Some(ANSWER));
    let answer = action(Weight::First, Icon::Inbox, t(ANSWER.name), ask);
    let dismiss = to(Weight::Other, Icon::Close, "enquiry-dismiss", Dismissed);
    view! { {answer} {dismiss} }.into_any()
}
