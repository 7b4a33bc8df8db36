//! An appointment for a resident to read, in one language.

use chrono::{DateTime, Utc};
use domain::entry::Entry;
use domain::{Appointment, written};
use leptos::prelude::*;
use serde_json::Value;

use crate::kit::format::{local, moment_of, small};
use crate::record::form::Names;
use crate::record::resident_dates::{moment, time};
use crate::record::resident_texts::{Texts, purpose};
use crate::record::row::{member, name};
use crate::record::values::{filled, text, texts, when};

/// The content of an appointment slip: no more than those who go there need.
#[derive(Debug, Clone)]
pub struct Slip {
    /// The residents' first names.
    pub who: String,
    purpose: String,
    at: Option<DateTime<Utc>>,
    place: String,
    with: String,
    escort: String,
    meet: String,
    interpreter: bool,
}

impl Slip {
    /// The slip of an appointment.
    pub fn of(entry: &Entry, names: &Names) -> Self {
        let who: Vec<_> =
            texts(entry, Appointment::RESIDENTS).map(|id| first(&name(names, id))).collect();
        let partner = name(names, text(entry, Appointment::PARTNER));
        Self {
            who: who.join(", "),
            purpose: text(entry, Appointment::PURPOSE).to_owned(),
            at: when(entry),
            place: text(entry, Appointment::PLACE).to_owned(),
            with: filled(entry, Appointment::WITH).map_or(partner, str::to_owned),
            escort: first(&member(names, text(entry, Appointment::ESCORT))),
            meet: text(entry, Appointment::MEET).to_owned(),
            interpreter: entry.fields.get(Appointment::INTERPRETER_ORDERED)
                == Some(&Value::Bool(true)),
        }
    }
}

fn first(name: &str) -> String {
    name.split_whitespace().next().unwrap_or_default().to_owned()
}

/// The slip in the language of `texts`.
pub fn card(slip: &Slip, texts: &Texts) -> AnyView {
    let when = slip.at.map(|at| view! { <span>{moment(texts, at)}</span> }.into_any());
    view! {
        <article class="card slip-card" lang=texts.language dir=texts.dir()>
            <header>
                <p>{texts.say("self-name")}</p>
                <p class="slip-who">{as_written(&slip.who)}</p>
            </header>
            {heading(slip, texts)}
            <dl>
                {when.map(|it| row(texts, "slip-when", it))}
                {written(texts, "slip-where", &slip.place)}
                {written(texts, "slip-with", &slip.with)}
                {written(texts, "slip-escort", &slip.escort)}
                {meeting(slip, texts).is_none().then(|| written(texts, "slip-meet", &slip.meet))}
            </dl>
            {slip.escort.is_empty().then(|| sentence(texts.say("slip-no-escort")))}
            {meeting(slip, texts).map(sentence)}
            {slip.interpreter.then(|| sentence(texts.say("slip-interpreter")))}
            {sentence(texts.say("slip-questions"))}
        </article>
    }
    .into_any()
}

/// The purpose, translated if it is a common one. In Norwegian it stays as it was written.
fn heading(slip: &Slip, texts: &Texts) -> AnyView {
    let norwegian = matches!(texts.language, "nb" | "nn");
    let common = purpose(&slip.purpose).filter(|_| !norwegian).map(|it| texts.say(it));
    let words = match common {
        Some(words) => words.into_any(),
        None if slip.purpose.is_empty() => texts.say("slip-heading").into_any(),
        None => as_written(&slip.purpose),
    };
    view! { <h2>{words}</h2> }.into_any()
}

fn written(texts: &Texts, label: &str, value: &str) -> Option<AnyView> {
    (!value.is_empty()).then(|| row(texts, label, as_written(value)))
}

fn row(texts: &Texts, label: &str, value: AnyView) -> AnyView {
    view! {
        <div>
            <dt>{texts.say(label)}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}

/// Norwegian text and names, which keep their own direction in any text.
fn as_written(words: &str) -> AnyView {
    view! { <bdi lang="nb">{words.to_owned()}</bdi> }.into_any()
}

fn sentence(words: String) -> AnyView {
    view! { <p>{words}</p> }.into_any()
}

/// The meeting place as a sentence of the language, if it is the office: `På kontoret kl. 10`.
fn meeting(slip: &Slip, texts: &Texts) -> Option<String> {
    let meet = small(slip.meet.trim());
    let after = meet.strip_prefix("på ").unwrap_or(&meet).strip_prefix("kontoret")?;
    let clock = after.trim().trim_start_matches("kl").trim_matches(['.', ' ']);
    if clock.is_empty() {
        return Some(texts.say("slip-meet-office"));
    }
    let time = time(texts.language, on_the_day(slip.at?, clock)?);
    Some(texts.with("slip-meet-office-at", &[("time", &time)]))
}

/// A time of day as users write it, `10` or `10.30`, on the day of `at`.
fn on_the_day(at: DateTime<Utc>, clock: &str) -> Option<DateTime<Utc>> {
    Some(moment_of(local(at).date().and_time(written::time(clock)?)))
}
