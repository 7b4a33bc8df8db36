//! The control of a field of any kind of record, by the field's type alone.

pub mod blob;
pub mod days;
pub mod duplicates;
pub mod hours;
pub mod languages;
pub mod lines;
pub mod links;
pub mod money;
pub mod period;
pub mod person;
pub mod picker;
pub mod residents;
pub mod roles;
pub mod texts;

pub use links::fetch_made;

use chrono::{DateTime, TimeDelta, Utc};
use domain::field::{Field, Place, Type, is_empty};
use domain::{Issue, Kind, Record, Resident};
use leptos::prelude::*;
use serde_json::Value;

use crate::app::session::app;
use crate::kit::chip::chip;
use crate::kit::date_field::{self, What};
use crate::kit::disclosure::disclosure;
use crate::kit::erased::{dynamic, effect, ticked, typed, words};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::t;
use crate::record::chips::{any_of, group, one_of};
use crate::record::conflicts::{until_settled, waits};
use crate::record::fields::duplicates::alike;
use crate::record::form::Form;
use crate::record::text_area::{or_null, text_area};
use crate::record::{problems, row};

/// The name of a kind.
pub fn name_of(kind: &Kind) -> String {
    t(kind.name)
}

/// The fields of a form: first those that are always shown, then the rest behind «Mer».
pub fn all(form: Form) -> AnyView {
    let placed = move |place| form.kind.fields.iter().filter(move |it| it.place == place);
    let first = placed(Place::First).map(|it| field(form, it)).collect_view();
    let drafted = untrack(|| form.difference());
    let drafted = |it: &Field| untrack(|| !form.is_new()) && drafted.contains_key(it.name);
    let wanted =
        |it: &Field| waits(form, it.name) || links::is_awaited(form, it.name) || drafted(it);
    let open = RwSignal::new(placed(Place::Later).any(wanted));
    effect(move || {
        let wrong = |field: &Field| problems::is_wrong(form, field.name);
        if placed(Place::Later).any(wrong) {
            open.set(true);
        }
    });
    let fields = move || placed(Place::Later).map(|it| field(form, it)).collect_view().into_any();
    let line = words(|| t("form-more"));
    let more = placed(Place::Later)
        .next()
        .map(|_| disclosure("circumstances", open, Icon::Note, line, fields));
    view! { {first} {more} }.into_any()
}

/// The control of a field; its versions while a person must choose between them.
pub fn field(form: Form, field: &'static Field) -> AnyView {
    if waits(form, field.name) {
        return until_settled(form, field, move || control(form, field));
    }
    if let Some((choice, values)) = field.only {
        let fits = Memo::new(move |_| values.contains(&&*form.text(choice)));
        let filled = Memo::new(move |_| {
            form.fields.with(|it| it.get(field.name).is_some_and(|it| !is_empty(it)))
        });
        let shown = Memo::new(move |_| fits.get() || filled.get());
        return dynamic(move || shown.get().then(|| control(form, field)));
    }
    let twice = form.kind.name == Resident::KIND && field.name == Resident::NAME;
    let here = (twice && untrack(|| form.is_new())).then(|| alike(form));
    view! { {control(form, field)} {here} }.into_any()
}

fn control(form: Form, field: &'static Field) -> AnyView {
    let name = field.name;
    match field.ty {
        Type::Line => labelled(form, name, input(form, name, "text", "text")),
        Type::Phone => labelled(form, name, input(form, name, "tel", "tel")),
        Type::Email => labelled(form, name, input(form, name, "email", "email")),
        Type::Text => labelled(form, name, text_area(form, name, "")),
        Type::Moment => labelled(form, name, moment(form, name)),
        Type::Day => labelled(form, name, days::day(form, name)),
        Type::Time => labelled(form, name, on_the_clock(form, name, What::Time)),
        Type::Week => labelled(form, name, days::weeks(form, name)),
        Type::Member => member(form, name),
        Type::Number { .. } | Type::Tally { .. } => labelled(form, name, number(form, name)),
        Type::Flag => flag(form, name),
        Type::Choice(choices) => one_of(form, name, choices),
        Type::Choices(choices) => any_of(form, name, choices),
        Type::Link(kind) => labelled(form, name, links::one(form, name, kind)),
        Type::Links(Resident::KIND) => residents::residents(form, name, None),
        Type::Links(kind) => links::many(form, name, kind),
        Type::Language => labelled(form, name, languages::one(form, name)),
        Type::Languages => languages::many(form, name),
        Type::Roles(Resident::KIND, roles) => residents::in_roles(form, name, roles),
        Type::Roles(kind, roles) => roles::roles(form, name, kind, roles),
        Type::Texts => texts::texts(form, name),
        Type::Hours => hours::hours(form, name),
        Type::Money => labelled(form, name, money::money(form, name)),
        Type::Period(precision) => period::period(form, name, precision),
        Type::Steps => lines::steps(form, name),
        Type::Agenda => lines::agenda(form, name),
        Type::Blob => blob::blob(form, name),
        // Recorded where the user calls, so that each call gets its time.
        Type::Calls(..) => ().into_any(),
    }
}

/// A control under its label, over its problems.
pub fn labelled(form: Form, name: &'static str, control: AnyView) -> AnyView {
    view! {
        <div class="ds-field">
            <label class="ds-label" for=problems::id_of(name)>{problems::legend(form, name)}</label>
            {control}
            {problems::under(form, name)}
        </div>
    }
    .into_any()
}

fn input(form: Form, name: &'static str, kind: &'static str, mode: &'static str) -> AnyView {
    let value = Memo::new(move |_| form.text(name));
    view! {
        <input
            class="ds-input"
            id=problems::id_of(name)
            type=kind
            inputmode=mode
            autocomplete="off"
            aria-describedby=problems::problem_id(name)
            aria-invalid=words(move || problems::is_wrong(form, name).to_string())
            prop:value=value
            on:input=typed(move |it| form.set(name, or_null(it)))
        />
    }
    .into_any()
}

/// A day, a time or both. Text that can't be read stays as it was typed, and once the user leaves
/// the field it shows the problem.
fn on_the_clock(form: Form, name: &'static str, what: What) -> AnyView {
    let put = move |typed: String, left: bool| {
        let read = what.read(&typed);
        form.set(name, or_null(read.clone().unwrap_or(typed)));
        if let (Err(problem), true) = (read, left) {
            form.issues.update(|it| it.push(Issue::new(name, problem)));
        }
    };
    let field = date_field::Field {
        what,
        id: problems::id_of(name),
        label: None,
        described: problems::problem_id(name),
        wrong: Signal::derive(move || problems::is_wrong(form, name)),
        value: Signal::derive(move || form.text(name)),
    };
    date_field::field(field, put)
}

fn moment(form: Form, name: &'static str) -> AnyView {
    // A warning only, because a clock may be wrong.
    let happened = !form.kind.is_planned();
    let ahead = Memo::new(move |_| {
        let at = form.text(name).parse::<DateTime<Utc>>();
        happened && at.is_ok_and(|it| it > format::now() + TimeDelta::hours(1))
    });
    let asked = move || {
        let words = || view! { <p class="callout" data-color="warm">{icon(Icon::Warning)} <span>{t("form-ahead")}</span></p> };
        ahead.get().then(words)
    };
    view! {
        {on_the_clock(form, name, What::Moment)}
        {date_field::other_clock()}
        <div role="status">{dynamic(asked)}</div>
    }
    .into_any()
}

fn number(form: Form, name: &'static str) -> AnyView {
    let value = Memo::new(move |_| form.text(name));
    // A text that isn't a number stays as it was typed. The check reports it, and nothing is lost.
    let put = move |typed: String| {
        let number = typed.trim().parse::<i64>().map(Value::from);
        form.set(name, number.unwrap_or_else(|_| or_null(typed)));
    };
    view! {
        <input
            class="ds-input short"
            id=problems::id_of(name)
            type="text"
            inputmode="numeric"
            autocomplete="off"
            aria-describedby=problems::problem_id(name)
            aria-invalid=words(move || problems::is_wrong(form, name).to_string())
            prop:value=value
            on:input=typed(put)
        />
    }
    .into_any()
}

/// A member of the team, or none. The chosen one stays among them: a member who has left, or a name
/// out of an import.
fn member(form: Form, name: &'static str) -> AnyView {
    let chosen = untrack(|| form.text(name));
    let team = untrack(|| app().offered(form.kind)).into_iter();
    let team: Vec<_> = team.map(|it| (it.id.to_string(), it.name)).collect();
    let known = chosen.is_empty() || team.iter().any(|it| it.0 == chosen);
    let other = (!known).then(|| (chosen.clone(), form.names.with(|it| row::member(it, &chosen))));
    let one = |(value, words): (String, String)| {
        let own = value.clone();
        chip(words, None, move || form.text(name) == own, move || form.choose(name, &value))
    };
    group(form, name, team.into_iter().chain(other).map(one).collect_view().into_any())
}

fn flag(form: Form, name: &'static str) -> AnyView {
    let value = Memo::new(move |_| form.value(name) == Value::Bool(true));
    view! {
        <div class="ds-field flag">
            <input

                class="ds-input"
                id=problems::id_of(name)
                type="checkbox"
                prop:checked=value
                on:change=ticked(move |it| form.set(name, it))
            />
            <label class="ds-label" for=problems::id_of(name)>
                {crate::kit::text::label(form.kind.name, name)}
            </label>
        </div>
    }
    .into_any()
}
