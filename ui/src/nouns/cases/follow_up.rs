//! A follow-up: the task, its due day and owner; done, or put off.

use chrono::Days;
use domain::entry::Entry;
use domain::{FollowUp, Record};
use leptos::prelude::*;
use serde_json::Value;

use crate::kit::format;
use crate::kit::icon::Icon;
use crate::kit::text::{label, t, tv};
use crate::record::case::actions::{Weight, action, sets};
use crate::record::case::ask::Ask;
use crate::record::case::due::due_of;
use crate::record::case::head::{fact, lines, owner, passage};
use crate::record::form::{Names, only};
use crate::record::values::filled;

/// Asks how it went.
pub const WENT: Ask = Ask {
    name: "case-how-it-went",
    kind: FollowUp::KIND,
    fields: &[FollowUp::DONE_HOW],
    words: "case-ask-went",
    state: None,
    day: None,
    now: None,
};
/// Asks for another day.
pub const DAY: Ask = Ask { name: "case-other-day", fields: &[FollowUp::DUE], words: "", ..WENT };

/// The content of a follow-up.
pub fn body(follow_up: &Entry, names: &Names) -> AnyView {
    let due = due_of(follow_up).map(|(day, near)| {
        let date = format::date(&day.to_string());
        let open = filled(follow_up, FollowUp::DONE).is_none();
        let near = open.then(|| view! { <span class="quiet">{near}</span> });
        fact(label(FollowUp::KIND, FollowUp::DUE), view! { <b>{date}</b> {near} }.into_any())
    });
    let done = filled(follow_up, FollowUp::DONE)
        .map(|it| fact(label(FollowUp::KIND, FollowUp::DONE), format::date(it).into_any()));
    view! {
        <dl class="facts">{due} {owner(follow_up, names)} {done}</dl>
        {lines(follow_up, FollowUp::STEPS, names)}
        {passage(follow_up, FollowUp::DONE_HOW)}
    }
    .into_any()
}

/// The actions on a follow-up in its present state.
pub fn actions(follow_up: &Entry, asking: RwSignal<Option<Ask>>) -> AnyView {
    if filled(follow_up, FollowUp::DONE).is_some() {
        let (again, said) = (only(FollowUp::DONE, Value::Null), t("case-not-done"));
        return view! {
            {action(Weight::First, Icon::Note, t("case-how-it-went"), move || asking.set(Some(WENT)))}
            {sets(follow_up, Weight::Seldom, Icon::Undo, t("case-open-again"), again, said)}
        }
        .into_any();
    }
    let done = only(FollowUp::DONE, format::today().to_string());
    view! {
        {sets(follow_up, Weight::First, Icon::Check, t("case-done"), done, t("case-is-done"))}
        {put_off(follow_up, "case-tomorrow", 1)}
        {put_off(follow_up, "case-next-week", 7)}
        {action(Weight::Other, Icon::Calendar, t("case-other-day"), move || asking.set(Some(DAY)))}
    }
    .into_any()
}

fn put_off(follow_up: &Entry, words: &str, days: u64) -> AnyView {
    let day = (format::today() + Days::new(days)).to_string();
    let said = tv("case-is-put-off", &[("day", &format::day(&day))]);
    sets(follow_up, Weight::Other, Icon::Clock, t(words), only(FollowUp::DUE, day), said)
}
