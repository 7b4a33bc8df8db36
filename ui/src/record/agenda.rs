//! Appointments and activities in the order of their times: the next one, the rest of the day, and the
//! earlier ones without an outcome.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use domain::entry::Entry;
use domain::kinds::AppointmentStatus;
use domain::views::Page;
use domain::{Activity, Appointment, Record};
use leptos::prelude::*;

use crate::app::session::app;
use crate::app::{link, router};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::states::number;
use crate::kit::text::{t, tn, tv};
use crate::record::form::Names;
use crate::record::row::{member, name, people, sign_of, tag};
use crate::record::values::{choice, filled, text, when};

/// How long before its time an appointment is shown as the next one.
const SOON: TimeDelta = TimeDelta::hours(3);
/// After so long, an appointment without an outcome no longer comes before today's.
const LONG_AGO: TimeDelta = TimeDelta::days(30);
/// Most appointments without an outcome that are shown.
const UNSETTLED: usize = 10;

/// The next appointment, or an earlier one without an outcome, if its time is near: the first that
/// is not long ago, or else the last of those.
pub fn next(agenda: &Page) -> Option<&Entry> {
    let now = format::now();
    let is_time = |it: &&Entry| is_planned(it) && when(it).is_some_and(|at| at < now + SOON);
    let open = || agenda.entries.iter().filter(is_time);
    let of_late = |it: &&Entry| when(it).is_some_and(|at| at > now - LONG_AGO);
    open().find(of_late).or_else(|| open().next_back())
}

fn is_planned(entry: &Entry) -> bool {
    entry.kind == Appointment::KIND
        && choice(entry, Appointment::STATUS) == Some(AppointmentStatus::Planned)
}

/// Whether an appointment is before today.
fn is_earlier(entry: &Entry) -> bool {
    let began = format::start_of_day(format::now());
    entry.kind == Appointment::KIND && when(entry).is_some_and(|at| at < began)
}

/// How the next appointment is drawn. A page creates it once and draws it again with every change,
/// so that an open sheet stays open.
pub struct NextCard {
    /// Draws an appointment as a card, with the buttons that open the sheet.
    pub draw: DrawNext,
    /// The sheet.
    pub sheet: AnyView,
}

/// Draws an appointment as a card.
pub type DrawNext = Arc<dyn Fn(&Entry, &Names) -> AnyView + Send + Sync>;

/// The time of day, with the day unless it is today.
pub fn hour(at: DateTime<Utc>) -> String {
    if format::days_since(at) == 0 {
        format::time(at)
    } else {
        format::capital(&format::agreed(at))
    }
}

/// `Bjerke legesenter · du følger · tolk bestilt`.
pub fn circumstances(entry: &Entry, names: &Names) -> String {
    let partner = Some(name(names, text(entry, Appointment::PARTNER))).filter(|it| !it.is_empty());
    let whom = partner.or_else(|| filled(entry, Appointment::WITH).map(str::to_owned));
    let place = filled(entry, Appointment::PLACE).map(str::to_owned);
    let escort = filled(entry, Appointment::ESCORT).map(|it| {
        let who = || tv("agenda-escort", &[("who", &member(names, it))]);
        if app().is_me(it) { t("agenda-you-escort") } else { who() }
    });
    let ordered = entry.fields.get(Appointment::INTERPRETER_ORDERED) == Some(&true.into());
    let interpreter = ordered.then(|| t("agenda-interpreter"));
    [whom, place, escort, interpreter].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The rest of the day, each entry with its time in front.
pub fn rest(agenda: &Page) -> Option<AnyView> {
    let first = next(agenda).map(|it| it.id);
    let today = |it: &&Entry| Some(it.id) != first && !is_earlier(it);
    let rows: Vec<_> =
        agenda.entries.iter().filter(today).map(|it| row(it, &agenda.names)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section>
                <h2>{t("agenda-title")}</h2>
                <ul class="card rows">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

/// The latest appointments before today without an outcome, and a link to `all` of them.
pub fn unsettled(agenda: &Page, all: u64) -> Option<AnyView> {
    let first = next(agenda).map(|it| it.id);
    let others = || agenda.entries.iter().rev().filter(|it| is_earlier(it));
    let waits: Vec<_> = others().filter(|it| Some(it.id) != first).take(UNSETTLED).collect();
    let shown_above = others().filter(|it| Some(it.id) == first).count();
    let cut = all > (waits.len() + shown_above) as u64;
    let rows: Vec<_> = waits.into_iter().map(|it| row(it, &agenda.names)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section>
                <h2>{t("unsettled-title")} <em>{all}</em></h2>
                <ul class="card rows">{rows}</ul>
                {cut.then(|| way_to_all(all, router::path("appointments")))}
            </section>
        }
        .into_any()
    })
}

/// A link to a list of which some entries are shown.
pub fn way_to_all(all: u64, href: &'static str) -> AnyView {
    let words = tn("list-all", number(all));
    view! { <p class="all"><a href=href>{words} {icon(Icon::Forward)}</a></p> }.into_any()
}

/// Appointments as rows.
pub fn rows(page: &Page) -> AnyView {
    let rows = page.entries.iter().map(|it| row(it, &page.names)).collect_view();
    view! { <ul class="card rows">{rows}</ul> }.into_any()
}

/// An appointment or activity as a row, with its time in front.
pub fn row(entry: &Entry, names: &Names) -> AnyView {
    let class = format!("kind kind-{}", entry.kind);
    let activity = entry.kind == Activity::KIND;
    let time = if activity {
        text(entry, Activity::TIME).replace(':', ".")
    } else {
        when(entry).map(hour).unwrap_or_default()
    };
    let title = filled(entry, Appointment::PURPOSE)
        .or_else(|| filled(entry, Activity::TITLE))
        .unwrap_or_default();
    let who = people(entry, names).join(", ");
    let what = if who.is_empty() { title.to_owned() } else { format!("{title} – {who}") };
    let around = if activity {
        text(entry, Activity::PLACE).to_owned()
    } else {
        circumstances(entry, names)
    };
    let line =
        [time, around].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ");
    view! {
        <li class="row">
            <a class="fill" href=link::to(&entry.kind, entry.id)>
                <span class=class>{icon(sign_of(&entry.kind))}</span>
                <span class="body">
                    <b>{what}</b>
                    <span class="sub">{line}</span>
                </span>
                {tag(entry)}
            </a>
        </li>
    }
    .into_any()
}
