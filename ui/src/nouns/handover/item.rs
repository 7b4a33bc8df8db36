//! One matter in a handover: what remains, who is to have it, what they said, and the next step.

use domain::calls::{self, History};
use domain::entry::Entry;
use domain::handing_over::ItemStatus;
use domain::kinds::{Channel, Consent, ConsentHow, Interpreting};
use domain::views::{Page, Revision};
use domain::{HandoverItem, Id, Record};
use leptos::prelude::*;

use crate::app::link;
use crate::app::query::{Answer, live, shown};
use crate::app::session::app;
use crate::kit::button::way;
use crate::kit::erased::dynamic;
use crate::kit::format;
use crate::kit::icon::Icon;
use crate::kit::text::{label, t, who};
use crate::record::case::actions::{Weight, action, to_status};
use crate::record::case::ask::Ask;
use crate::record::case::head::{fact, passage};
use crate::record::case::page::{Asking, case_article};
use crate::record::form::Names;
use crate::record::row::{joined, label_of, member, name, tag};
use crate::record::values::{choice, filled, text};

const YES: Ask = Ask {
    name: "handover-yes",
    kind: HandoverItem::KIND,
    fields: &[HandoverItem::UNDERSTOOD],
    words: "handover-ask-understood",
    state: Some(ItemStatus::Accepted.name()),
    day: None,
    now: None,
};
const NO: Ask = Ask {
    name: "handover-no",
    fields: &[HandoverItem::REASON],
    words: "handover-ask-reason",
    state: Some(ItemStatus::Declined.name()),
    ..YES
};
const QUESTION: Ask = Ask {
    name: "handover-question",
    fields: &[HandoverItem::QUESTION],
    words: "handover-ask-question",
    state: Some(ItemStatus::Question.name()),
    ..YES
};
const ANSWER: Ask = Ask {
    name: "handover-answer",
    fields: &[HandoverItem::ANSWER],
    words: "",
    state: Some(ItemStatus::Offered.name()),
    ..YES
};
/// The same as a member notes them for a receiver outside the app.
const YES_NOTED: Ask = Ask {
    name: "handover-yes-noted",
    fields: &[HandoverItem::UNDERSTOOD, HandoverItem::ANSWERED_BY],
    now: Some(HandoverItem::ANSWERED_AT),
    ..YES
};
const NO_NOTED: Ask = Ask {
    name: "handover-no-noted",
    fields: &[HandoverItem::REASON, HandoverItem::ANSWERED_BY],
    now: Some(HandoverItem::ANSWERED_AT),
    ..NO
};
const QUESTION_NOTED: Ask = Ask {
    name: "handover-question-noted",
    fields: &[HandoverItem::QUESTION, HandoverItem::ANSWERED_BY],
    now: Some(HandoverItem::ANSWERED_AT),
    ..QUESTION
};
const ASKS: &[Ask] = &[YES, NO, QUESTION, ANSWER, YES_NOTED, NO_NOTED, QUESTION_NOTED];

/// The page.
pub fn item_page(id: Id) -> AnyView {
    let record = live(move || calls::Get { id });
    let history = live(move || History { id });
    let body = shown(record, move |page: Page| {
        page.entries.first().map_or_else(|| ().into_any(), |it| body(it, &page.names, history))
    });
    case_article(id, record, ASKS, body, actions)
}

fn body(item: &Entry, names: &Names, history: Answer<Vec<Revision>>) -> AnyView {
    let course = move || history.get().and_then(Result::ok).map(|it| steps(&it));
    let receiver = name(names, text(item, HandoverItem::RECEIVER));
    let kept = filled(item, HandoverItem::KEPT_BY).map(|it| member(names, it));
    view! {
        <p class="tags">{tag(item)}</p>
        {dynamic(course)}
        {passage(item, HandoverItem::REMAINS)}
        <dl class="facts">
            {told(item, HandoverItem::RECEIVER, receiver)}
            {told(item, HandoverItem::TAKES_OVER, day(item, HandoverItem::TAKES_OVER))}
            {told(item, HandoverItem::CONSENT, consent(item))}
            {told(item, HandoverItem::KEPT_BY, kept.unwrap_or_default())}
            {told(item, HandoverItem::REVIEW, day(item, HandoverItem::REVIEW))}
        </dl>
        {passage(item, HandoverItem::QUESTION)}
        {passage(item, HandoverItem::ANSWER)}
        {passage(item, HandoverItem::UNDERSTOOD)}
        {passage(item, HandoverItem::REASON)}
        {answered(item)}
    }
    .into_any()
}

fn told(item: &Entry, field: &str, words: String) -> Option<AnyView> {
    (!words.is_empty()).then(|| fact(label(&item.kind, field), words.into_any()))
}

fn day(item: &Entry, field: &str) -> String {
    filled(item, field).map(format::date).unwrap_or_default()
}

/// `Gitt · muntlig · 12. mai · arabisk · tolk på telefon`, or why there is none.
fn consent(item: &Entry) -> String {
    let said =
        |field: &str, list: &str| filled(item, field).map(|it| label(list, it)).unwrap_or_default();
    let parts = [
        said(HandoverItem::CONSENT, Consent::CHOICES.name),
        said(HandoverItem::CONSENT_HOW, ConsentHow::CHOICES.name),
        day(item, HandoverItem::CONSENT_DAY),
        filled(item, HandoverItem::CONSENT_LANGUAGE).map(format::language).unwrap_or_default(),
        said(HandoverItem::CONSENT_INTERPRETER, Interpreting::CHOICES.name),
        text(item, HandoverItem::CONSENT_WHY).to_owned(),
    ];
    joined(" · ", parts.into_iter())
}

/// Who answered for the receiver, and when.
fn answered(item: &Entry) -> Option<AnyView> {
    let by = filled(item, HandoverItem::ANSWERED_BY)?.to_owned();
    let at = text(item, HandoverItem::ANSWERED_AT).parse().map(format::recent).unwrap_or_default();
    Some(view! { <p class="quiet">{joined(" · ", [by, at].into_iter())}</p> }.into_any())
}

/// Each status that it has had, who set it and when.
fn steps(history: &[Revision]) -> AnyView {
    let step = |it: &Revision| {
        let status = it.fields.get(HandoverItem::STATUS)?.as_str()?.to_owned();
        let signed = joined(" · ", [format::recent(it.signed.at), who(&it.signed.by)].into_iter());
        Some(view! {
            <li class="taken">
                <b>{label_of(HandoverItem::KIND, &status)}</b>
                <span class="sub">{signed}</span>
            </li>
        })
    };
    let steps = history.iter().filter_map(step).collect_view();
    view! { <ol class="steps-taken" aria-label=t("handover-steps")>{steps}</ol> }.into_any()
}

fn actions(item: &Entry, asking: Asking) -> AnyView {
    let status = choice(item, HandoverItem::STATUS).unwrap_or(ItemStatus::Unplaced);
    let in_app = text(item, HandoverItem::CHANNEL) == Channel::InApp.name();
    let mine = app().is_me(text(item, HandoverItem::RECEIVER));
    let ask =
        |weight, sign, ask: Ask| action(weight, sign, t(ask.name), move || asking.set(Some(ask)));
    let to = |weight, sign, words: &str, status: ItemStatus| {
        to_status(item, weight, sign, t(words), status.name())
    };
    let answers = || match (in_app, mine) {
        (true, false) => Vec::new(),
        (true, true) => vec![
            ask(Weight::First, Icon::Check, YES),
            ask(Weight::Other, Icon::Talk, QUESTION),
            ask(Weight::Seldom, Icon::Close, NO),
        ],
        (false, _) => vec![
            ask(Weight::First, Icon::Check, YES_NOTED),
            ask(Weight::Other, Icon::Talk, QUESTION_NOTED),
            ask(Weight::Other, Icon::Close, NO_NOTED),
        ],
    };
    let revoke = || to(Weight::Seldom, Icon::Undo, "handover-revoke", ItemStatus::Unplaced);
    let steps: Vec<_> = match status {
        ItemStatus::Offered => answers().into_iter().chain([revoke()]).collect(),
        ItemStatus::Question => {
            let answer = ask(Weight::First, Icon::Talk, ANSWER);
            [answer].into_iter().chain(answers()).chain([revoke()]).collect()
        }
        ItemStatus::Accepted => {
            vec![to(Weight::Seldom, Icon::Undo, "handover-ask-back", ItemStatus::AskedBack)]
        }
        ItemStatus::AskedBack if mine || !in_app => vec![
            to(Weight::First, Icon::Undo, "handover-give-back", ItemStatus::Unplaced),
            to(Weight::Other, Icon::Check, "handover-not-back", ItemStatus::Accepted),
        ],
        ItemStatus::AskedBack => {
            vec![to(Weight::Other, Icon::Close, "handover-not-back", ItemStatus::Accepted)]
        }
        ItemStatus::KeptByLead => {
            vec![to(Weight::Other, Icon::Undo, "handover-release", ItemStatus::Unplaced)]
        }
        ItemStatus::Unplaced | ItemStatus::Declined => plan(item).into_iter().collect(),
    };
    view! { {steps} {open_matter(item)} }.into_any()
}

/// The way to the plan, where the matter is offered anew.
fn plan(item: &Entry) -> Option<AnyView> {
    let handover = text(item, HandoverItem::HANDOVER).parse().ok()?;
    Some(way(link::to(domain::Handover::KIND, handover), Icon::Handover, t("handover-to-plan")))
}

/// The way to the matter itself.
fn open_matter(item: &Entry) -> Option<AnyView> {
    let matter: Id = text(item, HandoverItem::MATTER).parse().ok()?;
    let record = live(move || calls::Get { id: matter });
    let link = move || {
        let page = record.get()?.ok()?;
        let kind = &page.entries.first()?.kind;
        Some(way(link::to(kind, matter), Icon::File, t("handover-open-matter")))
    };
    Some(dynamic(link))
}
