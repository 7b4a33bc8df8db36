//! A referral: the request, its steps, the answer, and what to do next.

use domain::entry::Entry;
use domain::kinds::ReferralStatus as Status;
use domain::kinds::Urgency;
use domain::views::Revision;
use domain::{Id, Partner, Record, Referral, calls};
use js_sys::encode_uri_component;
use leptos::prelude::*;

use crate::app::link;
use crate::app::query::{Answer, live};
use crate::app::session::app;
use crate::kit::button::link_button;
use crate::kit::erased::dynamic;
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::phone::tel;
use crate::kit::text::{self, label, t, tv};
use crate::nouns::cases::steps::steps;
use crate::record::case::actions::{Weight, action, to_status};
use crate::record::case::ask::Ask;
use crate::record::case::due::due_of;
use crate::record::case::head::{fact, owner, passage};
use crate::record::form::Names;
use crate::record::row::name;
use crate::record::values::{choice, filled, text};

/// Asks what the partner answered.
pub const ANSWER: Ask = Ask {
    name: "case-answer",
    kind: Referral::KIND,
    fields: &[Referral::ANSWER],
    words: "case-ask-answer",
    state: Some(Status::Answered.name()),
    day: None,
    now: None,
};

/// The content of a referral.
pub fn body(referral: &Entry, names: &Names, history: Answer<Vec<Revision>>) -> AnyView {
    let (entry, partner) = (referral.clone(), name(names, text(referral, Referral::TO)));
    let course = move || {
        let history = history.get().and_then(Result::ok).unwrap_or_default();
        view! { {steps(&entry, &history)} {answer(&entry, &partner, &history)} }
    };
    view! {
        {how_to_send(referral)}
        {dynamic(course)}
        {facts(referral, names)}
        {passage(referral, Referral::ASK)}
        {partner_ways(referral)}
    }
    .into_any()
}

fn facts(referral: &Entry, names: &Names) -> AnyView {
    // The step that waits for the answer shows how near the day is.
    let day = due_of(referral).map(|(day, _)| {
        fact(label(Referral::KIND, Referral::REPLY_BY), format::date(&day.to_string()).into_any())
    });
    let urgency = filled(referral, Referral::URGENCY).map(|it| {
        fact(label(Referral::KIND, Referral::URGENCY), label(Urgency::CHOICES.name, it).into_any())
    });
    view! { <dl class="facts">{day} {urgency} {owner(referral, names)}</dl> }.into_any()
}

/// The answer, and who recorded it.
fn answer(referral: &Entry, partner: &str, history: &[Revision]) -> Option<AnyView> {
    let words = filled(referral, Referral::ANSWER)?.to_owned();
    let noted =
        history.iter().rev().find(|it| it.fields.contains_key(Referral::ANSWER)).map(|it| {
            let when = format::recent(it.signed.at);
            tv("form-made", &[("who", &text::who(&it.signed.by)), ("when", &when)])
        });
    Some(
        view! {
            <section class="answer">
                <h2>{tv("case-answer-from", &[("who", partner)])}</h2>
                <p class="note said">{words}</p>
                <p class="quiet">{noted}</p>
            </section>
        }
        .into_any(),
    )
}

/// The buttons that call the partner and write to them.
fn partner_ways(referral: &Entry) -> Option<AnyView> {
    let id: Id = text(referral, Referral::TO).parse().ok()?;
    let partner = live(move || calls::Get { id });
    let site = app().site_name();
    let ways = move || {
        let page = partner.get()?.ok()?;
        let partner = page.entries.first()?;
        let name = [("name", text(partner, Partner::NAME))];
        let call = filled(partner, Partner::PHONE).map(|number| {
            let called = format!("{} {number}", tv("call-name", &name));
            reach(tel(number), Icon::Phone, number.to_owned(), called)
        });
        let write = filled(partner, Partner::EMAIL)
            .map(|it| reach(mail(it, &site), Icon::Mail, t("mail"), tv("mail-name", &name)));
        let remarks = filled(partner, Partner::REMARKS).map(str::to_owned);
        let remarks = remarks.map(|it| view! { <p class="remarks">{it}</p> });
        Some(view! { {remarks} <div class="reach">{call} {write}</div> })
    };
    Some(dynamic(ways))
}

fn reach(href: String, sign: Icon, words: String, name: String) -> AnyView {
    view! {
        <a class="ds-button" data-variant="secondary" href=href aria-label=name>{icon(sign)} {words}</a>
    }
    .into_any()
}

/// An e-mail that names the site and no person, because others can read e-mail.
fn mail(address: &str, site: &str) -> String {
    let subject = tv("case-mail-subject", &[("site", site)]);
    format!("mailto:{address}?subject={}", String::from(encode_uri_component(&subject)))
}

fn how_to_send(referral: &Entry) -> Option<AnyView> {
    (status(referral) == Some(Status::Draft)).then(|| {
        view! { <p class="callout">{icon(Icon::Send)} <span>{t("case-how-to-send")}</span></p> }
            .into_any()
    })
}

/// The actions on a referral in its present state.
pub fn actions(referral: &Entry, asking: RwSignal<Option<Ask>>) -> AnyView {
    let to = |weight, sign, words, status| {
        to_status(referral, weight, sign, t(words), Status::name(status))
    };
    let answer =
        |weight| action(weight, Icon::Inbox, t("case-answer"), move || asking.set(Some(ANSWER)));
    let accept = || to(Weight::Other, Icon::Check, "case-accepted", Status::Accepted);
    let decline = || to(Weight::Other, Icon::Close, "case-declined", Status::Declined);
    let buttons = match status(referral) {
        Some(Status::Sent) => vec![answer(Weight::First), accept(), decline()],
        Some(Status::Accepted) => vec![answer(Weight::First), decline()],
        Some(Status::Answered | Status::Declined) => vec![
            to(Weight::First, Icon::Check, "case-done", Status::Done),
            to(Weight::Other, Icon::Send, "case-ask-more", Status::Sent),
        ],
        Some(Status::Done | Status::Withdrawn) => vec![],
        _ => vec![to(Weight::First, Icon::Send, "case-sent", Status::Sent)],
    };
    let over = matches!(status(referral), Some(Status::Done | Status::Withdrawn));
    let withdraw =
        (!over).then(|| to(Weight::Seldom, Icon::Undo, "case-withdraw", Status::Withdrawn));
    let letter = link_button(link::of("letter", referral.id), Icon::Print, "case-letter");
    view! { {buttons} {letter} {withdraw} }.into_any()
}

fn status(referral: &Entry) -> Option<Status> {
    choice(referral, Referral::STATUS)
}
