//! A field for a day, a time or a moment: typed with the day first and in 24 hours, whatever the
//! device's settings, or chosen from the device's own calendar.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::field::Type;
use domain::issue::Problem;
use domain::written;
use js_sys::{Function, Reflect};
use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::kit::chip::chip;
use crate::kit::erased::{dynamic, effect, press, typed, words};
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{t, tv};
use crate::kit::{clock, format};

/// What a field asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A calendar day.
    Day,
    /// A time of day.
    Time,
    /// A day and a time.
    Moment,
}

/// A field and its state.
pub struct Field {
    /// What it asks for.
    pub what: What,
    /// The id of its input; may be empty.
    pub id: String,
    /// Its name, where no label element says it.
    pub label: Option<String>,
    /// The id of the text under it.
    pub described: String,
    /// Whether its value has a problem.
    pub wrong: Signal<bool>,
    /// Its value in stored form, or the typed text if that could not be read.
    pub value: Signal<String>,
}

impl What {
    /// What a field of that type asks for.
    pub fn of(ty: &Type) -> Option<Self> {
        match ty {
            Type::Day => Some(Self::Day),
            Type::Time => Some(Self::Time),
            Type::Moment => Some(Self::Moment),
            _ => None,
        }
    }

    /// The typed text in stored form; the first of two moments that fit.
    pub fn read(self, text: &str) -> Result<String, Problem> {
        let today = format::today();
        let day = |text: &str| written::day_near(text, today);
        match self {
            _ if text.trim().is_empty() => Ok(String::new()),
            Self::Day => day(text).map(|it| it.to_string()).ok_or(Problem::NotADay),
            Self::Time => {
                let time = written::time(text).ok_or(Problem::NotATime)?;
                Ok(time.format("%H:%M").to_string())
            }
            Self::Moment => {
                let read = clock::with_zone(|zone| written::moment(text, zone, day))?;
                let timed = read.timed.then_some(read.at);
                timed.map(written::stored).ok_or(Problem::NotAMoment)
            }
        }
    }

    /// A stored value as people here write it; any other text unchanged.
    pub fn shown(self, stored: &str) -> String {
        let shown = match self {
            Self::Day => stored.parse().ok().map(figures),
            Self::Time => written::time(stored).map(format::time_of_day),
            Self::Moment => stored.parse().ok().map(moment),
        };
        shown.unwrap_or_else(|| stored.to_owned())
    }

    /// A stored value in the form that the device's calendar takes.
    fn picked(self, stored: &str) -> String {
        let local = |at| format::local(at).format("%Y-%m-%dT%H:%M").to_string();
        match self {
            Self::Moment => stored.parse().map(local).unwrap_or_default(),
            _ => stored.to_owned(),
        }
    }

    /// The type of the device's own field.
    fn native(self) -> &'static str {
        match self {
            Self::Day => "date",
            Self::Time => "time",
            Self::Moment => "datetime-local",
        }
    }

    /// The name of the text that shows how it is written.
    fn shape(self) -> &'static str {
        match self {
            Self::Day => "written-day",
            Self::Time => "written-time",
            Self::Moment => "written-moment",
        }
    }
}

/// Takes the typed text, and whether the user has left the field.
type Put = Arc<dyn Fn(String, bool) + Send + Sync>;

/// The field. `put` takes the typed text, and whether the user has left the field.
pub fn field(field: Field, put: impl Fn(String, bool) + Send + Sync + 'static) -> AnyView {
    let put: Put = Arc::new(put);
    let text = text_of(field.what, field.value);
    let (what, value) = (field.what, field.value);
    view! {
        <div class="written" data-what=what.native()>
            {input(field, text, put.clone())}
            {calendar(what, value, text, put.clone())}
        </div>
        {(what == What::Moment).then(|| twice(value, put))}
    }
    .into_any()
}

/// The text in the input. It stays as the user types it, as long as it means the stored value.
fn text_of(what: What, value: Signal<String>) -> RwSignal<String> {
    let text = RwSignal::new(what.shown(&value.get_untracked()));
    effect(move || {
        let value = value.get();
        let typed = text.get_untracked();
        if typed != value && what.read(&typed).ok().as_ref() != Some(&value) {
            text.set(what.shown(&value));
        }
    });
    text
}

fn input(field: Field, text: RwSignal<String>, put: Put) -> AnyView {
    let Field { what, id, label, described, wrong, value } = field;
    let left = put.clone();
    let leave = move |it: String| {
        let read = what.read(&it);
        let shown = read.map_or(it.clone(), |it| what.shown(&it));
        // If the clock shows this time twice, the one that was chosen stays.
        let same = shown == what.shown(&value.get_untracked());
        text.set(shown);
        left(if same { value.get_untracked() } else { it }, true);
    };
    view! {
        <input
            class="ds-input"
            id=(!id.is_empty()).then_some(id)
            type="text"
            inputmode=if what == What::Moment { "text" } else { "numeric" }
            autocomplete="off"
            placeholder=t(what.shape())
            aria-label=label
            aria-describedby=described
            aria-invalid=words(move || wrong.get().to_string())
            prop:value=text
            on:input=typed(move |it| {
                text.set(it.clone());
                put(it, false);
            })
            on:change=typed(leave)
        />
    }
    .into_any()
}

/// The device's own calendar, opened by a button.
fn calendar(what: What, value: Signal<String>, text: RwSignal<String>, put: Put) -> AnyView {
    let native = NodeRef::<Input>::new();
    let open = move || {
        let Some(native) = native.get_untracked() else { return };
        native.set_value(&what.picked(&value.get_untracked()));
        let show = Reflect::get(&native, &"showPicker".into());
        if let Some(show) = show.ok().and_then(|it| it.dyn_into::<Function>().ok()) {
            let _ = show.call0(&native);
        }
    };
    let choose = move |it: String| {
        text.set(what.read(&it).map_or(it.clone(), |it| what.shown(&it)));
        put(it, true);
    };
    view! {
        <input autocomplete="off" class="native" type=what.native() tabindex="-1" aria-hidden="true" node_ref=native on:change=typed(choose) />
        <button type="button" class="round" aria-label=t("written-choose") on:click=press(open)>
            {icon(Icon::Calendar)}
        </button>
    }
    .into_any()
}

/// Asks which of the two, if the clock shows a time twice.
fn twice(value: Signal<String>, put: Put) -> AnyView {
    let both = Memo::new(move |_| {
        let at: DateTime<Utc> = value.with(|it| it.parse().ok())?;
        clock::with_zone(|it| it.twice(at))
    });
    dynamic(move || {
        let both = both.get()?;
        let one = |(at, words): (DateTime<Utc>, &str)| {
            let (stored, own, put) = (written::stored(at), written::stored(at), put.clone());
            let chosen = move || value.with(|it| is_at(it, &own));
            chip(t(words), None, chosen, move || put(stored.clone(), true))
        };
        let chips = both.into_iter().zip(["clock-first", "clock-second"]).map(one).collect_view();
        Some(view! {
            <fieldset class="group twice">
                <legend>{tv("clock-twice", &[("time", &format::plain_time(both[0]))])}</legend>
                <div class="chips">{chips}</div>
            </fieldset>
        })
    })
}

fn is_at(one: &str, other: &str) -> bool {
    let at = |it: &str| it.parse::<DateTime<Utc>>().ok();
    at(one) == at(other)
}

/// A note, if the device's zone shows another time than the site's.
pub fn other_clock() -> Option<AnyView> {
    let said =
        || tv("clock-other", &[("place", &clock::place()), ("time", &format::time(clock::now()))]);
    clock::device_differs().then(|| view! { <p class="quiet other-clock">{said()}</p> }.into_any())
}

/// `24.12.2026`.
fn figures(day: NaiveDate) -> String {
    day.format("%d.%m.%Y").to_string()
}

/// `24.12.2026 10.00`.
fn moment(at: DateTime<Utc>) -> String {
    let local: NaiveDateTime = format::local(at);
    format!("{} {}", figures(local.date()), format::time_of_day(local.time()))
}
