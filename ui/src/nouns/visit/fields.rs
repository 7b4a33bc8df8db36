//! The fields of a visit, in the order that users think of them.

use domain::choice::{Owner, Topic};
use domain::field::Type;
use domain::kinds::{Interpreting, Place};
use domain::views::{Suggestion, TopicAnswers};
use domain::{KINDS, Kind, Record, Visit};
use leptos::prelude::*;
use serde_json::Value;

use crate::kit::chip::chip;
use crate::kit::disclosure::disclosure;
use crate::kit::erased::{dynamic, effect, press, words};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{label, t, tn, tv};
use crate::record::chips::{group, values};
use crate::record::conflicts::waits;
use crate::record::fields::{field, name_of};
use crate::record::form::Form;
use crate::record::problems;
use crate::record::row::sign_of;
use crate::record::save_bar::go_on;

/// Topics shown before «Mer …».
const TOPICS: usize = 8;
/// The fields behind the summary line.
const CIRCUMSTANCES: [&str; 5] =
    [Visit::AT, Visit::PLACE, Visit::MINUTES, Visit::LANGUAGE, Visit::INTERPRETER];

/// The topics of the visit, those used most first.
#[component]
pub fn TopicField(
    /// The form.
    form: Form,
    /// The topics that are used most.
    suggestion: RwSignal<Suggestion>,
) -> impl IntoView {
    let all = RwSignal::new(false);
    let chips = move || {
        let chosen = form.list(Visit::TOPICS);
        let order = order(suggestion.get().topics, &chosen);
        let shown = if all.get() { order.len() } else { TOPICS };
        let visible =
            order.iter().enumerate().filter(|(at, it)| *at < shown || chosen.contains(it));
        visible.map(|(_, it)| topic(form, it.clone())).collect_view()
    };
    let more = move || {
        (!all.get()).then(|| chip(t("visit-more-topics"), None, || false, move || all.set(true)))
    };
    group(form, Visit::TOPICS, view! { {dynamic(chips)} {dynamic(more)} }.into_any())
}

/// The topics used recently, then the others in the site's order and those that are chosen already.
fn order(used: Vec<String>, chosen: &[String]) -> Vec<String> {
    let rest = values(&Topic::CHOICES, chosen);
    let rest: Vec<_> = rest.into_iter().filter(|it| !used.contains(it)).collect();
    used.into_iter().chain(rest).collect()
}

fn topic(form: Form, value: String) -> AnyView {
    let (words, sign, own) = (label(Topic::CHOICES.name, &value), sign(&value), value.clone());
    let on = move || form.list(Visit::TOPICS).contains(&own);
    chip(words, sign, on, move || form.toggle(Visit::TOPICS, &value))
}

/// The icon of a topic.
fn sign(topic: &str) -> Option<Icon> {
    Some(match topic.parse().ok()? {
        Topic::Economy => Icon::Wallet,
        Topic::Housing => Icon::House,
        Topic::PostAndForms => Icon::Mail,
        Topic::Health => Icon::Health,
        Topic::BankidAndDigital => Icon::Mobile,
        Topic::Nav => Icon::Partners,
        Topic::Neighbours => Icon::Neighbours,
        Topic::School | Topic::IntroductionProgramme => Icon::Book,
        Topic::LanguageCourse => Icon::Language,
        Topic::Work => Icon::Work,
        Topic::Transport => Icon::Bus,
        Topic::Leisure => Icon::Leisure,
        Topic::Family => Icon::Family,
        Topic::ResidencePermit => Icon::Passport,
        Topic::Safety => Icon::Shield,
        Topic::Other => return None,
    })
}

/// The chosen topics that another owner answers for at this site, each with that owner.
fn foreign(form: Form, suggestion: &Suggestion) -> Vec<(String, TopicAnswers)> {
    let owned = |it: String| suggestion.owners.get(&it).cloned().map(|answers| (it, answers));
    let all = form.list(Visit::TOPICS).into_iter().filter_map(owned);
    all.filter(|(_, answers)| answers.owner != Owner::Us.name()).collect()
}

/// Who answers for a topic that isn't ours, what we did about it, and the button that passes it on.
#[component]
pub fn OwnerHint(
    /// The form.
    form: Form,
    /// Who answers for each topic.
    suggestion: RwSignal<Suggestion>,
) -> impl IntoView {
    let matters = Memo::new(move |_| suggestion.with(|it| foreign(form, it)));
    let wanted =
        Memo::new(move |_| !matters.get().is_empty() || !form.text(Visit::OUR_PART).is_empty());
    let lines = move || {
        matters.get().into_iter().map(|(topic, answers)| line(&topic, &answers)).collect_view()
    };
    // Our part is emptied when the last such topic is removed again.
    effect(move || {
        let known = suggestion.with(|it| !it.owners.is_empty());
        let part = form
            .fields
            .with_untracked(|it| it.get(Visit::OUR_PART).is_some_and(|it| !it.is_null()));
        if known && part && form.is_new() && matters.get().is_empty() {
            form.set(Visit::OUR_PART, Value::Null);
        }
    });
    let Some(Type::Choice(parts)) = form.kind.field(Visit::OUR_PART).map(|it| it.ty) else {
        return ().into_any();
    };
    let part = move |value: &'static str| {
        let on = move || form.text(Visit::OUR_PART) == value;
        chip(label(parts.name, value), None, on, move || form.choose(Visit::OUR_PART, value))
    };
    let show = move || {
        wanted.get().then(|| {
            view! {
                <fieldset class="hint" id=problems::id_of(Visit::OUR_PART) tabindex="-1">
                    <legend class="sr-only">{label(Visit::KIND, Visit::OUR_PART)}</legend>
                    {icon(Icon::Partners)}
                    <div>
                        <div aria-live="polite">{dynamic(lines)}</div>
                        <div class="segments">{parts.values.iter().map(|it| part(it)).collect_view()}</div>
                        {dynamic(move || matters.get().first().map(|it| pass_on(form, &it.1)))}
                    </div>
                </fieldset>
            }
        })
    };
    dynamic(show)
}

/// The button that saves the visit and opens the form that passes it on.
fn pass_on(form: Form, answers: &TopicAnswers) -> Option<AnyView> {
    let passing = KINDS.iter().find(|it| it.passes_on())?;
    let owner = label(Owner::CHOICES.name, &answers.owner);
    let to = if answers.name.is_empty() { owner } else { answers.name.clone() };
    let press = press(move || go_on(form, passing.name));
    let button = view! {
        <button type="button" class="ds-button" data-variant="secondary" on:click=press>
            {icon(Icon::Send)}
            {tv("visit-pass-on", &[("who", &to)])}
        </button>
    };
    Some(button.into_any())
}

fn line(topic: &str, answers: &TopicAnswers) -> AnyView {
    let owner = label(Owner::CHOICES.name, &answers.owner);
    let words =
        tv("visit-owner", &[("topic", &label(Topic::CHOICES.name, topic)), ("owner", &owner)]);
    view! { <p>{words}</p> }.into_any()
}

/// Time, place, minutes and language of the visit: one line, until the user taps it.
#[component]
pub fn Circumstances(
    /// The form.
    form: Form,
) -> impl IntoView {
    let open = RwSignal::new(CIRCUMSTANCES.iter().any(|it| waits(form, it)));
    effect(move || {
        if form.issues.with(|it| it.iter().any(|it| CIRCUMSTANCES.contains(&it.field.as_str()))) {
            open.set(true);
        }
    });
    let fields = move || {
        let all = CIRCUMSTANCES.iter().filter_map(|name| form.kind.field(name));
        all.map(|it| field(form, it)).collect_view().into_any()
    };
    disclosure("circumstances", open, Icon::Clock, words(move || summary(form)), fields)
}

/// `Nå · kontoret · norsk · 10 min`.
fn summary(form: Form) -> String {
    let at = form.text(Visit::AT).parse::<chrono::DateTime<chrono::Utc>>().ok();
    let is_now = |at: chrono::DateTime<chrono::Utc>| {
        form.is_new() && (format::now() - at).num_minutes().abs() < 5
    };
    let when =
        at.map(|at| if is_now(at) { t("visit-now") } else { format::capital(&format::recent(at)) });
    let place =
        filled(form, Visit::PLACE).map(|it| format::small(&label(Place::CHOICES.name, &it)));
    let language = filled(form, Visit::LANGUAGE).map(|it| format::language(&it));
    let minutes =
        form.value(Visit::MINUTES).as_i64().filter(|it| *it > 0).map(|it| tn("minutes", it));
    let interpreter = filled(form, Visit::INTERPRETER)
        .filter(|it| it != Interpreting::None.name())
        .map(|it| format::small(&label(Interpreting::CHOICES.name, &it)));
    let parts = [when, place, language, minutes, interpreter];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn filled(form: Form, field: &str) -> Option<String> {
    Some(form.text(field)).filter(|it| !it.is_empty())
}

/// The outcome of the visit.
#[component]
pub fn OutcomeField(
    /// The form.
    form: Form,
) -> impl IntoView {
    form.kind.field(Visit::OUTCOME).map(|it| field(form, it))
}

/// Buttons for what follows. Each saves the visit and opens a form that takes over its values.
#[component]
pub fn WayOn(
    /// The form.
    form: Form,
) -> impl IntoView {
    let way = |kind: &'static Kind| {
        view! {
            <button type="button" class="chip" on:click=press(move || go_on(form, kind.name))>
                {icon(sign_of(kind.name))}
                <span>{t(kind.name)}</span>
            </button>
        }
    };
    view! {
        <div class="group" role="group" aria-label=t("visit-way-on")>
            <p class="legend">{t("visit-way-on")}</p>
            <div class="chips">{KINDS.iter().filter(|it| it.takes_over()).map(way).collect_view()}</div>
        </div>
    }
}

/// The note of the visit.
#[component]
pub fn NoteField(
    /// The form.
    form: Form,
) -> impl IntoView {
    form.kind.field(Visit::NOTE).map(|it| field(form, it))
}

/// The title of the form: its kind, or the residents it was with.
pub fn title(form: Form) -> String {
    if form.is_new() {
        return name_of(form.kind);
    }
    let people = form
        .base
        .with(|base| form.names.with(|names| crate::nouns::visit::rows::people(base, names)));
    tv("visit-with", &[("who", &people)])
}
