//! The sheet that asks how an appointment went and when the next one is, on a card or a page.

use chrono::{DateTime, Days, Utc};
use domain::entry::Entry;
use domain::field::Take;
use domain::issue::Problem;
use domain::kinds::AppointmentStatus;
use domain::{Appointment, Body, Field, Id, Record};
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::app::later;
use crate::app::new_id::new_id;
use crate::kit::chip::chip;
use crate::kit::date_field::{self, What};
use crate::kit::dialog::Dialog;
use crate::kit::erased::{dynamic, press};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{label, t, tv};
use crate::record::attempt::Attempt;
use crate::record::conflicts::waits;
use crate::record::form::{self, Form, Names, only};
use crate::record::once_read::once_read;
use crate::record::row::people;
use crate::record::text_area::{or_null, text_area};
use crate::record::values::{text, when};
use crate::record::{fields, problems};

/// The sheet.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    open: RwSignal<bool>,
    asked: RwSignal<Option<Asked>>,
}

/// The appointment and status that the sheet asks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// The appointment.
    id: Id,
    /// Its new status: done, moved, no-show or cancelled.
    status: &'static str,
    /// Its time.
    at: DateTime<Utc>,
}

/// The input of the questions: what they are about, and whether the sheet is open.
pub type Asking = (Asked, RwSignal<bool>);
/// The name of the questions, which are drawn by the later module.
pub const PART: &str = "appointment-sheet";

/// The statuses that an appointment can get; they also name the sheets.
const STATUSES: [&str; 4] = [DONE, MOVED, NO_SHOW, CANCELLED];
const DONE: &str = AppointmentStatus::Done.name();
const MOVED: &str = AppointmentStatus::Moved.name();
const NO_SHOW: &str = AppointmentStatus::NoShow.name();
const CANCELLED: &str = AppointmentStatus::Cancelled.name();
const PLANNED: &str = AppointmentStatus::Planned.name();

impl Asked {
    const fn sheet(self) -> form::Sheet {
        form::Sheet { name: self.status, fields: &[Appointment::OUTCOME, NEXT] }
    }
}

/// The name of the next time in the draft; it is no field of the record.
const NEXT: &str = "~next";
/// The id of the text about a problem with it.
const WRONG: &str = "problem-next";

impl Sheet {
    /// A closed sheet.
    pub fn new() -> Self {
        Self { open: RwSignal::new(false), asked: RwSignal::new(None) }
    }

    /// Opens the sheet on which a draft was written, unless the appointment is closed by now.
    pub fn reopen(self, entry: &Entry, name: &str) {
        let status = STATUSES.into_iter().find(|it| *it == name);
        let open = matches!(text(entry, Appointment::STATUS), PLANNED | "") && !entry.deleted;
        if let (Some(status), Some(at), true) = (status, when(entry), open) {
            self.asked.set(Some(Asked { id: entry.id, status, at }));
            self.open.set(true);
        }
    }

    /// The sheet. Its content is drawn each time it opens, from the appointment and its draft.
    pub fn view(self) -> AnyView {
        let inside = move || {
            let asked = self.asked.get().filter(|_| self.open.get())?;
            let asking: Asking = (asked, self.open);
            Some(later::part(PART, asking))
        };
        view! { <Dialog open=self.open title=t("appointment")>{dynamic(inside)}</Dialog> }
            .into_any()
    }
}

/// The user's answers: a form over the appointment, and the time of the next one.
#[derive(Debug, Clone, Copy)]
struct Answers {
    asked: Asked,
    form: Form,
    /// The problem of the next time, by the name of its text.
    wrong: RwSignal<Option<&'static str>>,
    attempt: Attempt,
}

/// The questions; empty if the kind does not exist.
pub fn questions(asked: Asked, open: RwSignal<bool>) -> AnyView {
    let Some(kind) = domain::kind(Appointment::KIND) else { return ().into_any() };
    let nothing = Box::pin(async { (Body::new(), Names::new()) });
    let answers = Answers {
        asked,
        form: Form::on_sheet(kind, asked.id, nothing, asked.sheet()),
        wrong: RwSignal::new(None),
        attempt: Attempt::new(open),
    };
    view! {
        <div class="stack sheet">
            {once_read(answers.form, move || answers.fields())}
        </div>
    }
    .into_any()
}

impl Answers {
    fn fields(self) -> AnyView {
        let wrong = move || {
            self.wrong.get().map(|it| {
                view! { <p class="problem" id=WRONG role="alert"><span>{icon(Icon::Warning)} {t(it)}</span></p> }
            })
        };
        view! {
            <p>
                <b>{label(AppointmentStatus::CHOICES.name, self.asked.status)}</b>
                ": "
                {self.which()}
            </p>
            {problems::summary(self.form)}
            {self.outcome_field()}
            {self.next_field()}
            {dynamic(wrong)}
            {self.attempt.trouble()}
            <button type="button" class="ds-button wide" prop:disabled=self.attempt.busy on:click=press(move || self.save())>
                {t("form-save")}
            </button>
        }
        .into_any()
    }

    /// The outcome; for an appointment that didn't take place, the reason.
    fn outcome_field(self) -> Option<AnyView> {
        let field = self.form.kind.field(Appointment::OUTCOME)?;
        if self.asked.status == DONE || waits(self.form, Appointment::OUTCOME) {
            return Some(fields::field(self.form, field));
        }
        Some(
            view! {
                <div class="ds-field">
                    <label class="ds-label" for=problems::id_of(Appointment::OUTCOME)>
                        {t("sheet-why")} <em>{t("form-optional")}</em>
                    </label>
                    {text_area(self.form, Appointment::OUTCOME, "")}
                    {problems::under(self.form, Appointment::OUTCOME)}
                </div>
            }
            .into_any(),
        )
    }

    /// `Legetime – Oksana K., i dag 13.00`.
    fn which(self) -> String {
        let names = self.form.names.get_untracked();
        let who = self.form.base.with_untracked(|it| people(it, &names)).join(", ");
        format!(
            "{} – {who}, {}",
            self.form.text(Appointment::PURPOSE),
            format::agreed(self.asked.at)
        )
    }

    fn is_moved(self) -> bool {
        self.asked.status == MOVED
    }

    /// The time of the next appointment.
    fn next(self) -> Option<DateTime<Utc>> {
        self.form.text(NEXT).parse().ok()
    }

    /// Takes the typed text; a text that can't be read stays as it is.
    fn set_next(self, typed: &str) {
        self.wrong.set(None);
        let stored = What::Moment.read(typed).unwrap_or_else(|_| typed.to_owned());
        self.form.set(NEXT, or_null(stored));
    }

    fn choose_next(self, at: Option<DateTime<Utc>>) {
        self.wrong.set(None);
        self.form.set(NEXT, at.map(format::stored));
    }

    /// Chips for the same time tomorrow, in one, two or four weeks, and a field for any other.
    fn next_field(self) -> AnyView {
        let soon = [
            ("sheet-tomorrow", 1),
            ("sheet-week", 7),
            ("sheet-fortnight", 14),
            ("sheet-month", 28),
        ];
        let one = |(words, days)| {
            let then = Some(later(self.asked.at, days));
            let tap =
                move || self.choose_next(if untrack(|| self.next()) == then { None } else { then });
            chip(t(words), None, move || self.next() == then, tap)
        };
        let name = || {
            if self.is_moved() {
                t("sheet-new-time")
            } else {
                label(Appointment::KIND, Appointment::NEXT)
            }
        };
        let optional = (!self.is_moved()).then(|| view! { <em>{t("form-optional")}</em> });
        let field = date_field::Field {
            what: What::Moment,
            id: String::new(),
            label: Some(name()),
            described: WRONG.to_owned(),
            wrong: Signal::derive(move || self.wrong.with(Option::is_some)),
            value: Signal::derive(move || self.form.text(NEXT)),
        };
        view! {
            <fieldset class="group">
                <legend>{name()} {optional}</legend>
                <div class="chips">{soon.map(one).collect_view()}</div>
                {date_field::field(field, move |it, _| self.set_next(&it))}
            </fieldset>
        }
        .into_any()
    }

    /// Why the typed text is not a time.
    fn unreadable(self) -> &'static str {
        match What::Moment.read(&self.form.text(NEXT)) {
            Err(Problem::SkippedHour) => "problem-skipped-hour",
            _ => "problem-not-a-moment",
        }
    }

    fn save(self) {
        let wrong = match untrack(|| self.next()) {
            None if untrack(|| !self.form.text(NEXT).is_empty()) => Some(self.unreadable()),
            None if self.is_moved() => Some("sheet-when"),
            Some(at) if at < format::start_of_day(format::now()) => Some("sheet-past"),
            _ => None,
        };
        self.wrong.set(wrong);
        if wrong.is_none() {
            let (fields, next) = self.written();
            let then = next.as_ref().and_then(when).map(format::recent);
            let said = then.map_or_else(
                || label("saved", Appointment::KIND),
                |then| tv("sheet-saved-next", &[("when", &then)]),
            );
            let work = self.form.save_with(fields, next.into_iter().collect());
            self.attempt.make(said, work);
        }
    }

    /// The edit of this appointment, and the next one.
    fn written(self) -> (Body, Option<Entry>) {
        let mut fields = only(Appointment::STATUS, self.asked.status);
        // Only if edited, because otherwise one of two versions would be chosen in silence.
        fields.extend(self.form.difference().remove_entry(Appointment::OUTCOME));
        let this = self.form.base.get_untracked();
        let next = untrack(|| self.next()).map(|at| following(&this, at));
        // The draft ends when its values are saved.
        fields.insert(NEXT.to_owned(), Value::Null);
        fields.extend(next.iter().map(|it| (Appointment::NEXT.to_owned(), json!(it.id))));
        (fields, next)
    }
}

/// The appointment that follows this one.
fn following(this: &Entry, at: DateTime<Utc>) -> Entry {
    let kept = domain::kind(&this.kind).map_or(&[][..], |it| it.fields).iter();
    let kept = kept.filter(|it| it.takes.contains(&Take::Same) || it.names_people());
    let same = |field: &Field| Some((field.name.to_owned(), this.fields.get(field.name)?.clone()));
    let mut fields: Body = kept.filter_map(same).collect();
    let own = [
        (Appointment::AT, json!(format::stored(at))),
        (Appointment::STATUS, json!(PLANNED)),
        (Appointment::FROM, json!(this.id)),
    ];
    fields.extend(own.map(|(field, value)| (field.to_owned(), value)));
    Entry { id: new_id(), kind: this.kind.clone(), fields, ..Entry::default() }
}

/// The same time of day, so many days from today, even if the clocks change in between.
fn later(at: DateTime<Utc>, days: u64) -> DateTime<Utc> {
    let day = format::today() + Days::new(days);
    format::moment_of(day.and_time(format::local(at).time()))
}

/// The actions on a planned appointment.
pub fn actions(entry: &Entry, sheet: Sheet) -> Option<AnyView> {
    let open = text(entry, Appointment::STATUS) == PLANNED;
    let (id, at) = (entry.id, when(entry)?);
    // Before the day, no one can have come or stayed away.
    let begun = format::day_of(at) <= format::today();
    let action = |status: &'static str, sign: Option<Icon>| {
        let press = press(move || {
            sheet.asked.set(Some(Asked { id, status, at }));
            sheet.open.set(true);
        });
        view! {
            <button type="button" class="action" class:first={status == DONE} on:click=press>
                {sign.map(icon)}
                <span>{label(AppointmentStatus::CHOICES.name, status)}</span>
            </button>
        }
        .into_any()
    };
    (open && !entry.deleted).then(|| {
        view! {
            <div class="actions">
                {begun.then(|| action(DONE, Some(Icon::Check)))}
                {action(MOVED, Some(Icon::History))}
                {begun.then(|| action(NO_SHOW, None))}
                {(!begun).then(|| action(CANCELLED, Some(Icon::Close)))}
            </div>
        }
        .into_any()
    })
}
