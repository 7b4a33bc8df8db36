//! One enquiry: who asks what, by when they want an answer, and what they were told.

use domain::calls;
use domain::entry::Entry;
use domain::kinds::{Asker, Enquiry, EnquiryStatus};
use domain::views::Page;
use domain::{Id, Record};
use leptos::prelude::*;

use crate::app::head::record_bar;
use crate::app::link;
use crate::app::not_found::not_found;
use crate::app::query::{live, shown};
use crate::kit::button::link_button;
use crate::kit::format;
use crate::kit::icon::Icon;
use crate::kit::phone::tel;
use crate::kit::text::{label, t};
use crate::record::case::actions::{ACTIONS, Weight, to_status, ways};
use crate::record::case::due::due_of;
use crate::record::case::head::{fact, heading, passage, under_heading};
use crate::record::conflicts;
use crate::record::deleted::deleted;
use crate::record::draft_note::draft_note;
use crate::record::links::linked_records;
use crate::record::values::{choice, filled, when};

/// The page.
pub fn enquiry_page(id: Id) -> AnyView {
    let record = live(move || calls::Get { id });
    view! {
        <article class="case-page">
            {record_bar()}
            {heading(record)}
            {conflicts::on_page(id, record)}
            {draft_note(id, |_| ())}
            {shown(record, |it| enquiry(&it))}
        </article>
    }
    .into_any()
}

fn enquiry(page: &Page) -> AnyView {
    let Some(entry) = page.entries.first() else { return not_found() };
    view! {
        {under_heading(entry, &page.names)}
        {facts(entry)}
        {passage(entry, Enquiry::WHAT)}
        {passage(entry, Enquiry::TOLD)}
        <div class="actions" id=ACTIONS tabindex="-1" role="group" aria-label=t("case-actions")>
            {deleted(entry).or_else(|| Some(actions(entry)))}
        </div>
        {(!entry.deleted).then(|| linked_records(entry))}
    }
    .into_any()
}

fn facts(entry: &Entry) -> AnyView {
    let line = |field: &str, words: AnyView| fact(label(Enquiry::KIND, field), words);
    let phone = filled(entry, Enquiry::PHONE).map(|number| {
        let number = number.to_owned();
        line(Enquiry::PHONE, view! { <a href=tel(&number)>{number.clone()}</a> }.into_any())
    });
    let role = filled(entry, Enquiry::ROLE)
        .map(|it| line(Enquiry::ROLE, label(Asker::CHOICES.name, it).into_any()));
    let received = when(entry).map(|at| line(Enquiry::RECEIVED, format::moment(at).into_any()));
    let due = due_of(entry).map(|(_, near)| line(Enquiry::ANSWER_BY, near));
    let worker =
        filled(entry, Enquiry::ANSWERS).map(|it| line(Enquiry::ANSWERS, it.to_owned().into_any()));
    let answered = filled(entry, Enquiry::ANSWERED)
        .map(|day| line(Enquiry::ANSWERED, format::date(day).into_any()));
    view! { <dl class="facts">{role} {received} {due} {worker} {phone} {answered}</dl> }.into_any()
}

/// What one does with it now. An answer is written in the form.
fn actions(entry: &Entry) -> AnyView {
    use EnquiryStatus::{Dismissed, Unanswered};
    let to = |weight, sign, words, status: EnquiryStatus| {
        to_status(entry, weight, sign, t(words), status.name())
    };
    let open = choice(entry, Enquiry::STATUS) == Some(Unanswered);
    let answer = link_button(link::form(Enquiry::KIND, entry.id), Icon::Inbox, "enquiry-answer");
    let dismiss = || to(Weight::Other, Icon::Close, "enquiry-dismiss", Dismissed);
    let again = || to(Weight::Seldom, Icon::Undo, "case-open-again", Unanswered);
    let next = if open { view! { {answer} {dismiss()} }.into_any() } else { again() };
    view! { {next} {ways(entry)} }.into_any()
}
