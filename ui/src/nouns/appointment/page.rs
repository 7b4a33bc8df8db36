//! *Avtale*: purpose, time, place, escort and outcome.

use domain::entry::Entry;
use domain::kinds::AppointmentStatus;
use domain::views::Page;
use domain::{Appointment, Fault, FollowUp, Id, Partner, Record, Resident, calls};
use leptos::prelude::*;

use crate::app::head::Head;
use crate::app::link;
use crate::app::not_found::not_found;
use crate::app::query::{also, live, shown};
use crate::kit::erased::dynamic;
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::states::action;
use crate::kit::text::{label, t};
use crate::nouns::appointment::sheet::{Sheet, actions};
use crate::record::deleted::deleted;
use crate::record::draft_note::{draft_note, reopen_sheet};
use crate::record::links::{came_of, source};
use crate::record::row::{member, name, people, tag};
use crate::record::values::{choice, filled as text_in, text, texts, when};
use crate::record::{conflicts, reach};

/// The page.
pub fn appointment_page(id: Id) -> AnyView {
    let record = live(move || calls::Get { id });
    let sheet = Sheet::new();
    let resume = move |name: &str| {
        let page = record.get_untracked().and_then(Result::ok);
        page.iter().flat_map(|it| &it.entries).for_each(|it| sheet.reopen(it, name));
    };
    reopen_sheet(record, resume);
    let from = Memo::new(move |_| record.with(|it| came_from(it.as_ref())));
    view! {
        {shown(record, |it| head(&it))}
        {conflicts::on_page(id, record)}
        {draft_note(id, resume)}
        {also(record, move |it| body(&it, sheet))}
        {dynamic(move || from.get().map(source))}
        {came_of(id)}
        {sheet.view()}
    }
    .into_any()
}

fn head(page: &Page) -> AnyView {
    let Some(entry) = page.entries.first() else { return not_found() };
    let line = when(entry).map(format::moment).map(|it| format::capital(&it)).unwrap_or_default();
    view! { <Head title=text(entry, Appointment::PURPOSE).to_owned() line back=true aside=tag(entry).into_any() /> }
        .into_any()
}

fn body(page: &Page, sheet: Sheet) -> AnyView {
    let Some(entry) = page.entries.first() else { return ().into_any() };
    view! {
        {actions(entry, sheet)}
        {deleted(entry)}
        {facts(entry, page)}
        {(!entry.deleted).then(|| ways(entry))}
    }
    .into_any()
}

/// The fields that are filled in, each under its name.
fn facts(entry: &Entry, page: &Page) -> AnyView {
    let names = &page.names;
    let partner = text(entry, Appointment::PARTNER).parse().ok().map(|id| {
        let name = name(names, text(entry, Appointment::PARTNER));
        view! { <a href=link::to(Partner::KIND, id)>{name}</a> }.into_any()
    });
    let words = |it: String| it.into_any();
    let filled = |field| text_in(entry, field).map(|it| words(it.to_owned()));
    let of = |field| text_in(entry, field).map(|it| words(member(names, it)));
    let escort = of(Appointment::ESCORT).unwrap_or_else(|| words(t("appointment-alone")));
    let ordered = entry.fields.get(Appointment::INTERPRETER_ORDERED) == Some(&true.into());
    let facts = [
        (Appointment::PARTNER, partner),
        (Appointment::WITH, filled(Appointment::WITH)),
        (Appointment::PLACE, filled(Appointment::PLACE)),
        (Appointment::ESCORT, Some(escort)),
        (Appointment::MEET, filled(Appointment::MEET)),
        (Appointment::INTERPRETER_ORDERED, ordered.then(|| words(t("appointment-yes")))),
        (Appointment::OUTCOME, filled(Appointment::OUTCOME)),
        (Appointment::OWNER, of(Appointment::OWNER)),
    ];
    let rows = facts.into_iter().filter_map(|(field, words)| {
        let words = words?;
        Some(view! { <div><dt>{label(Appointment::KIND, field)}</dt> <dd>{words}</dd></div> })
    });
    view! {
        <section class="card padded stack">
            <div class="tags">{who(entry, page)}</div>
            <dl class="facts">{rows.collect::<Vec<_>>()}</dl>
            {reach(entry)}
        </section>
    }
    .into_any()
}

/// The partner's hours and contacts, for a user who is late and in the street with a phone.
fn reach(entry: &Entry) -> Option<AnyView> {
    let id: Id = text(entry, Appointment::PARTNER).parse().ok()?;
    let partner = live(move || calls::Get { id });
    let ways = move || partner.get()?.ok()?.entries.first().map(reach::facts);
    Some(dynamic(ways))
}

fn who(entry: &Entry, page: &Page) -> Vec<AnyView> {
    let links = texts(entry, Appointment::RESIDENTS).filter_map(|it| it.parse().ok());
    let names = people(entry, &page.names);
    let one = |(id, name): (Id, String)| {
        view! { <a class="chip" href=link::to(Resident::KIND, id)>{icon(Icon::Person)} <span>{name}</span></a> }
            .into_any()
    };
    links.zip(names).map(one).collect()
}

/// The links to other pages and forms.
fn ways(entry: &Entry) -> AnyView {
    let id = entry.id;
    view! {
        <div class="reach">
            {first(entry)}
            {second(link::new_from(FollowUp::KIND, id), Icon::Cases, t("follow-up"))}
            {second(link::new_from(Appointment::KIND, id), Icon::Plus, t("appointment-next"))}
            {second(link::form(Appointment::KIND, id), Icon::Edit, t("edit"))}
            {second(link::history(id), Icon::History, t("history"))}
        </div>
    }
    .into_any()
}

/// A slip for a planned appointment. One that was moved has a link to its new time instead.
fn first(entry: &Entry) -> Option<AnyView> {
    let to = |id| link::to(Appointment::KIND, id);
    match choice(entry, Appointment::STATUS)? {
        AppointmentStatus::Planned => {
            Some(action(link::of("slip", entry.id), Icon::Language, t("appointment-slip")))
        }
        AppointmentStatus::Moved => {
            let next = text(entry, Appointment::NEXT).parse().ok()?;
            Some(action(to(next), Icon::Calendar, t("sheet-new-time")))
        }
        _ => None,
    }
}

fn second(href: String, sign: Icon, words: String) -> AnyView {
    view! { <a class="ds-button" data-variant="secondary" href=href>{icon(sign)} {words}</a> }
        .into_any()
}

fn came_from(record: Option<&Result<Page, Fault>>) -> Option<Id> {
    text(record?.as_ref().ok()?.entries.first()?, Appointment::FROM).parse().ok()
}
