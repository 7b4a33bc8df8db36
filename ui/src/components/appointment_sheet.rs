//! How an appointment went, and when the next one is: one sheet, from the list or the page.

use chrono::{DateTime, TimeDelta, Utc};
use domain::calls::{self, SaveAll};
use domain::entry::Entry;
use domain::{Body, Fault, Id};
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::components::chips::chip;
use crate::components::dialog::Dialog;
use crate::components::icon::{Icon, icon};
use crate::form::only;
use crate::lean::{dynamic, press, task, typed};
use crate::state::app;
use crate::text::{label, t};
use crate::values::{text, when};
use crate::{api, format};

/// What the next appointment takes over from this one.
const SAME: [&str; 7] =
    ["residents", "purpose", "partner", "with", "place", "escort", "interpreter_ordered"];

/// The sheet, and what was put into it.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    open: RwSignal<bool>,
    id: RwSignal<Id>,
    /// What it became: done, no-show or moved.
    status: RwSignal<&'static str>,
    /// When it was to be.
    at: RwSignal<DateTime<Utc>>,
    outcome: RwSignal<String>,
    next: RwSignal<Option<DateTime<Utc>>>,
    missing: RwSignal<bool>,
    saving: RwSignal<bool>,
}

impl Sheet {
    /// A closed sheet.
    pub fn new() -> Self {
        Self {
            open: RwSignal::new(false),
            id: RwSignal::new(Id::nil()),
            status: RwSignal::new("done"),
            at: RwSignal::new(format::now()),
            outcome: RwSignal::new(String::new()),
            next: RwSignal::new(None),
            missing: RwSignal::new(false),
            saving: RwSignal::new(false),
        }
    }

    fn show(self, id: Id, at: DateTime<Utc>, status: &'static str) {
        self.at.set(at);
        self.status.set(status);
        if self.id.get_untracked() != id {
            self.outcome.set(String::new());
            self.id.set(id);
        }
        self.next.set(None);
        self.missing.set(false);
        self.open.set(true);
    }

    /// The sheet itself.
    pub fn view(self) -> AnyView {
        let heading =
            move || view! { <p class="quiet">{label("appointment-status", self.status.get())}</p> };
        let problem = move || {
            self.missing.get().then(|| {
                view! { <p class="problem" role="alert"><span>{icon(Icon::Warning)} {t("sheet-when")}</span></p> }
            })
        };
        view! {
            <Dialog open=self.open title=t("sheet-title")>
                <div class="stack sheet">
                    {dynamic(heading)}
                    {self.outcome_field()}
                    {self.next_field()}
                    {dynamic(problem)}
                    <button type="button" class="ds-button wide" prop:disabled=self.saving on:click=press(move || self.save())>
                        {t("form-save")}
                    </button>
                </div>
            </Dialog>
        }
        .into_any()
    }

    fn outcome_field(self) -> AnyView {
        view! {
            <div class="ds-field">
                <label class="ds-label" for="sheet-outcome">
                    {label("appointment", "outcome")}
                    <em>{t("form-optional")}</em>
                </label>
                <textarea
                    id="sheet-outcome"
                    class="ds-input"
                    rows="2"
                    prop:value=self.outcome
                    on:input=typed(move |it| self.outcome.set(it))
                ></textarea>
            </div>
        }
        .into_any()
    }

    /// The same time in a week, in two, in a month; or any other.
    fn next_field(self) -> AnyView {
        let soon = [
            ("sheet-tomorrow", 1),
            ("sheet-week", 7),
            ("sheet-fortnight", 14),
            ("sheet-month", 28),
        ];
        let one = |(words, days)| {
            let then = move || Some(later(self.at.get(), days));
            let tap = move || {
                let then = then();
                self.next.update(|it| *it = if *it == then { None } else { then });
            };
            chip(t(words), None, move || self.next.get() == then(), tap)
        };
        let value = Memo::new(move |_| self.next.get().map(format::to_input).unwrap_or_default());
        view! {
            <fieldset class="group">
                <legend>{label("appointment", "next")}</legend>
                <div class="chips">{soon.map(one).collect_view()}</div>
                <input
                    class="ds-input"
                    type="datetime-local"
                    aria-label=label("appointment", "next")
                    prop:value=value
                    on:change=typed(move |it| self.next.set(format::from_input(&it)))
                />
            </fieldset>
        }
        .into_any()
    }

    fn save(self) {
        let app = app();
        if self.saving.get_untracked() {
            return;
        }
        if self.status.get_untracked() == "moved" && self.next.get_untracked().is_none() {
            return self.missing.set(true);
        }
        self.saving.set(true);
        task(async move {
            let written = self.write().await;
            self.saving.set(false);
            match written {
                Ok(group) => {
                    self.open.set(false);
                    app.say(t("toast-saved"), group);
                }
                Err(fault) => app.fail(&fault),
            }
        });
    }

    /// This appointment and the next, as one action.
    async fn write(self) -> Result<Option<Id>, Fault> {
        let id = self.id.get_untracked();
        let this =
            api::call(calls::Get { id }).await?.entries.into_iter().next().unwrap_or_default();
        let mut fields = only("status", self.status.get_untracked());
        let outcome = self.outcome.get_untracked();
        if !outcome.trim().is_empty() {
            fields.insert("outcome".to_owned(), outcome.into());
        }
        let next = self.next.get_untracked().map(|at| following(&this, at));
        fields.extend(next.iter().map(|it| ("next".to_owned(), json!(it.id))));
        let this = Entry { fields, conflicts: Vec::new(), ..this };
        let entries = next.into_iter().chain([this]).collect();
        api::call(SaveAll { entries }).await
    }
}

/// The appointment after this one.
fn following(this: &Entry, at: DateTime<Utc>) -> Entry {
    let same = |field: &&str| Some(((*field).to_owned(), this.fields.get(*field)?.clone()));
    let mut fields: Body = SAME.iter().filter_map(same).collect();
    let own =
        [("at", json!(format::stored(at))), ("status", json!("planned")), ("from", json!(this.id))];
    fields.extend(own.map(|(field, value): (&str, Value)| (field.to_owned(), value)));
    Entry { id: api::new_id(), kind: this.kind.clone(), fields, ..Entry::default() }
}

/// The same time of day, so many days later; also when the clocks change in between.
fn later(at: DateTime<Utc>, days: i64) -> DateTime<Utc> {
    let clock = at - format::start_of_day(at);
    format::start_of_day(format::start_of_day(at) + TimeDelta::hours(24 * days + 12)) + clock
}

/// What one does with an appointment that is to be, or was.
pub fn deeds(entry: &Entry, sheet: Sheet) -> Option<AnyView> {
    let open = matches!(text(entry, "status"), "planned" | "");
    let (id, at) = (entry.id, when(entry)?);
    let deed = |status: &'static str, sign: Option<Icon>| {
        let press = press(move || sheet.show(id, at, status));
        view! {
            <button type="button" class="deed" on:click=press>
                {sign.map(icon)}
                <span>{label("appointment-status", status)}</span>
            </button>
        }
        .into_any()
    };
    open.then(|| {
        view! {
            <div class="deeds">
                {deed("done", Some(Icon::Check))}
                {deed("moved", Some(Icon::History))}
                {deed("no-show", None)}
            </div>
        }
        .into_any()
    })
}
