//! The fields of a conversation, in the order one thinks of them.

use domain::choice::{Choices, Owner, Topic};
use domain::field::Type;
use domain::views::Suggestion;
use leptos::prelude::*;
use serde_json::Value;

use crate::components::chips::{chip, group, one_of};
use crate::components::fields::{field, name_of};
use crate::components::icon::{Icon, icon};
use crate::components::problems;
use crate::form::Form;
use crate::format;
use crate::lean::{dynamic, effect, press, words};
use crate::text::{label, t, tn, tv};

/// Topics shown before «Mer …».
const TOPICS: usize = 8;
/// The fields behind the summary line.
const CIRCUMSTANCES: [&str; 5] = ["at", "place", "minutes", "language", "interpreter"];

/// What it was about, those used most first.
#[component]
pub fn TopicField(
    /// The form.
    form: Form,
    /// Which topics are used most.
    suggestion: RwSignal<Suggestion>,
) -> impl IntoView {
    let all = RwSignal::new(false);
    let chips = move || {
        let order = order(&suggestion.get().topics);
        let shown = if all.get() { order.len() } else { TOPICS };
        let chosen = form.list("topics");
        let visible = order
            .iter()
            .enumerate()
            .filter(|(at, it)| *at < shown || chosen.iter().any(|own| own == *it));
        visible.map(|(_, it)| topic(form, it)).collect_view()
    };
    let more = move || {
        (!all.get()).then(|| chip(t("visit-more-topics"), None, || false, move || all.set(true)))
    };
    group(form, "topics", view! { {dynamic(chips)} {dynamic(more)} }.into_any())
}

/// Topics as they were used of late, then the rest as they are declared.
fn order(used: &[String]) -> Vec<&'static str> {
    let values = Topic::CHOICES.values;
    let known = |it: &String| values.iter().copied().find(|value| value == it);
    let mut order: Vec<_> = used.iter().filter_map(known).collect();
    order.extend(values.iter().filter(|it| !used.iter().any(|own| own == **it)));
    order
}

fn topic(form: Form, value: &'static str) -> AnyView {
    let on = move || form.list("topics").iter().any(|it| it == value);
    let toggle = move || {
        form.toggle("topics", value);
        forget_our_part(form);
    };
    chip(label("topic", value), sign(value), on, toggle)
}

/// What we did about somebody else's matter falls away with the matter.
fn forget_our_part(form: Form) {
    if form.is_new() && foreign(form).is_empty() && !form.text("our_part").is_empty() {
        form.set("our_part", Value::Null);
    }
}

const fn sign_of(topic: Topic) -> Option<Icon> {
    Some(match topic {
        Topic::Economy => Icon::Wallet,
        Topic::Housing => Icon::House,
        Topic::PostAndForms => Icon::Mail,
        Topic::Health => Icon::Health,
        Topic::BankidAndDigital => Icon::Mobile,
        Topic::School | Topic::LanguageCourse => Icon::Book,
        _ => return None,
    })
}

fn sign(value: &str) -> Option<Icon> {
    topic_of(value).and_then(sign_of)
}

fn topic_of(value: &str) -> Option<Topic> {
    serde_json::from_value(Value::from(value)).ok()
}

/// The chosen topics that somebody else answers for, with that somebody.
fn foreign(form: Form) -> Vec<(String, Owner)> {
    let owned = |it: String| topic_of(&it).map(|topic| (it, topic.owner()));
    let all = form.list("topics").into_iter().filter_map(owned);
    all.filter(|(_, owner)| *owner != Owner::Us).collect()
}

/// Whose matter it is, when it isn't ours, and what we did about it.
#[component]
pub fn OwnerHint(
    /// The form.
    form: Form,
) -> impl IntoView {
    let matters = Memo::new(move |_| foreign(form));
    let wanted = Memo::new(move |_| !matters.get().is_empty() || !form.text("our_part").is_empty());
    let lines =
        move || matters.get().into_iter().map(|(topic, owner)| line(&topic, owner)).collect_view();
    let Some(Type::Choice(parts)) = form.kind.field("our_part").map(|it| it.ty) else {
        return ().into_any();
    };
    let part = move |value: &'static str| {
        let on = move || form.text("our_part") == value;
        chip(label(parts.name, value), None, on, move || form.choose("our_part", value))
    };
    let show = move || {
        wanted.get().then(|| {
            view! {
                <fieldset class="hint" id=problems::id_of("our_part") tabindex="-1">
                    <legend class="sr-only">{label("visit", "our_part")}</legend>
                    {icon(Icon::Partners)}
                    <div>
                        <div aria-live="polite">{dynamic(lines)}</div>
                        <div class="segments">{parts.values.iter().map(|it| part(it)).collect_view()}</div>
                    </div>
                </fieldset>
            }
        })
    };
    dynamic(show)
}

fn line(topic: &str, owner: Owner) -> AnyView {
    let owner = serde_json::to_value(owner).unwrap_or_default();
    let owner = label(Owner::CHOICES.name, owner.as_str().unwrap_or_default());
    let words = tv("visit-owner", &[("topic", &label("topic", topic)), ("owner", &owner)]);
    view! { <p>{words}</p> }.into_any()
}

/// When, where, how long, in which language: one line, until one taps it.
#[component]
pub fn Circumstances(
    /// The form.
    form: Form,
) -> impl IntoView {
    let open = RwSignal::new(false);
    effect(move || {
        if form.issues.with(|it| it.iter().any(|it| CIRCUMSTANCES.contains(&it.field.as_str()))) {
            open.set(true);
        }
    });
    let fields = move || {
        let all = CIRCUMSTANCES.iter().filter_map(|name| form.kind.field(name));
        open.get().then(|| all.map(|it| field(form, it)).collect_view())
    };
    view! {
        <section class="circumstances">
            <button
                type="button"
                class="summary"
                aria-expanded=words(move || open.get().to_string())
                aria-controls="circumstances"
                on:click=press(move || open.update(|it| *it = !*it))
            >
                {icon(Icon::Clock)}
                <span>{dynamic(move || summary(form))}</span>
                {icon(Icon::Down)}
            </button>
            <div id="circumstances" class="stack">{dynamic(fields)}</div>
        </section>
    }
}

/// `Nå · kontoret · norsk · 10 min`.
fn summary(form: Form) -> String {
    let at = form.text("at").parse::<chrono::DateTime<chrono::Utc>>().ok();
    let is_now = |at: chrono::DateTime<chrono::Utc>| {
        form.is_new() && (format::now() - at).num_minutes().abs() < 5
    };
    let when =
        at.map(|at| if is_now(at) { t("visit-now") } else { format::capital(&format::recent(at)) });
    let place = filled(form, "place").map(|it| format::small(&label("place", &it)));
    let language = filled(form, "language").map(|it| format::language(&it));
    let minutes = form.value("minutes").as_i64().filter(|it| *it > 0).map(|it| tn("minutes", it));
    let interpreter = filled(form, "interpreter")
        .filter(|it| it != "none")
        .map(|it| format::small(&label("interpreting", &it)));
    let parts = [when, place, language, minutes, interpreter];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn filled(form: Form, field: &str) -> Option<String> {
    Some(form.text(field)).filter(|it| !it.is_empty())
}

/// How it ended.
#[component]
pub fn OutcomeField(
    /// The form.
    form: Form,
) -> impl IntoView {
    let choices: Option<&'static Choices> = match form.kind.field("outcome").map(|it| it.ty) {
        Some(Type::Choice(choices)) => Some(choices),
        _ => None,
    };
    choices.map(|it| one_of(form, "outcome", it))
}

/// What was said.
#[component]
pub fn NoteField(
    /// The form.
    form: Form,
) -> impl IntoView {
    form.kind.field("note").map(|it| field(form, it))
}

/// The title of the form: what it is, or with whom it was.
pub fn title(form: Form) -> String {
    if form.is_new() {
        return name_of(form.kind);
    }
    let people = form
        .base
        .with(|base| form.names.with(|names| crate::components::visit_rows::people(base, names)));
    tv("visit-with", &[("who", &people)])
}
