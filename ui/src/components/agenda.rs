//! The day ahead: the next appointment large, with what one does about it; then the rest by time.

use chrono::{DateTime, TimeDelta, Utc};
use domain::entry::Entry;
use domain::views::Page;
use leptos::prelude::*;

use crate::components::appointment_sheet::{Sheet, deeds};
use crate::components::avatar::avatar;
use crate::components::icon::icon;
use crate::components::record_rows::{name, people, sign_of, tag};
use crate::form::Names;
use crate::text::{t, tn, tv};
use crate::values::{filled, text, when};
use crate::{format, link};

/// How long before its time an appointment is the first thing one sees.
const SOON: TimeDelta = TimeDelta::hours(3);

/// The appointment that comes next or that nobody said anything of yet, if it is time for it.
pub fn next(agenda: &Page) -> Option<&Entry> {
    let open =
        |it: &&Entry| it.kind == "appointment" && matches!(text(it, "status"), "planned" | "");
    agenda
        .entries
        .iter()
        .find(|it| open(it) && when(it).is_some_and(|at| at < format::now() + SOON))
}

/// That appointment, large.
pub fn next_card(entry: &Entry, names: &Names, sheet: Sheet) -> AnyView {
    let who = people(entry, names);
    let at = when(entry).unwrap_or_default();
    view! {
        <section class="hero next" aria-labelledby="next">
            <p class="clock"><b>{hour(at)}</b> <span>{until(at)}</span></p>
            <a class="what" href=link::to("appointment", entry.id)>
                {who.first().map(|it| avatar(it))}
                <span>
                    <b id="next">{format!("{} – {}", text(entry, "purpose"), who.join(", "))}</b>
                    <span class="sub">{circumstances(entry, names)}</span>
                </span>
            </a>
            {deeds(entry, sheet)}
        </section>
    }
    .into_any()
}

/// The time of day; the day too when it is another.
fn hour(at: DateTime<Utc>) -> String {
    if format::days_since(at) == 0 {
        format::time(at)
    } else {
        format::capital(&format::agreed(at))
    }
}

/// `om 25 min`, `nå`; nothing when it is long past.
fn until(at: DateTime<Utc>) -> String {
    match (at - format::now()).num_minutes() {
        -15..=0 => t("agenda-now"),
        minutes @ 1..=59 => tn("agenda-in-minutes", minutes),
        minutes @ 60..=180 if minutes % 60 > 0 => {
            let [hours, rest] = [minutes / 60, minutes % 60].map(|it| it.to_string());
            tv("agenda-in-hours-minutes", &[("hours", &hours), ("minutes", &rest)])
        }
        minutes @ 60..=600 => tn("agenda-in-hours", (minutes + 30) / 60),
        _ => String::new(),
    }
}

/// `Bjerke legesenter · du følger · tolk bestilt`.
fn circumstances(entry: &Entry, names: &Names) -> String {
    let partner = Some(name(names, text(entry, "partner"))).filter(|it| !it.is_empty());
    let whom = partner.or_else(|| filled(entry, "with").map(str::to_owned));
    let place = filled(entry, "place").map(str::to_owned);
    let me = crate::state::app().me();
    let escort = filled(entry, "escort").map(|it| {
        if it == me { t("agenda-you-escort") } else { tv("agenda-escort", &[("who", it)]) }
    });
    let ordered = entry.fields.get("interpreter_ordered") == Some(&true.into());
    let interpreter = ordered.then(|| t("agenda-interpreter"));
    [whom, place, escort, interpreter].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The rest of the day, each with its time in front.
pub fn rest(agenda: &Page) -> Option<AnyView> {
    let first = next(agenda).map(|it| it.id);
    let mut rest = agenda.entries.iter().filter(|it| Some(it.id) != first).peekable();
    rest.peek()?;
    let rows = rest.map(|it| row(it, &agenda.names)).collect_view();
    Some(
        view! {
            <section>
                <h2>{t("agenda-title")}</h2>
                <ul class="card rows">{rows}</ul>
            </section>
        }
        .into_any(),
    )
}

/// Appointments as rows.
pub fn rows(page: &Page) -> AnyView {
    let rows = page.entries.iter().map(|it| row(it, &page.names)).collect_view();
    view! { <ul class="card rows">{rows}</ul> }.into_any()
}

/// An appointment or activity as a row, with its time in front.
pub fn row(entry: &Entry, names: &Names) -> AnyView {
    let class = format!("kind kind-{}", entry.kind);
    let activity = entry.kind == "activity";
    let time = if activity {
        text(entry, "time").replace(':', ".")
    } else {
        when(entry).map(hour).unwrap_or_default()
    };
    let title = filled(entry, "purpose").or_else(|| filled(entry, "title")).unwrap_or_default();
    let who = people(entry, names).join(", ");
    let what = if who.is_empty() { title.to_owned() } else { format!("{title} – {who}") };
    let around =
        if activity { text(entry, "place").to_owned() } else { circumstances(entry, names) };
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
