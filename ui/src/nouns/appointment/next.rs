//! The next appointment as a large card, with its actions.

use domain::{Appointment, Record};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::entry::Entry;
use leptos::prelude::*;

use crate::app::link;
use crate::kit::avatar::avatar;
use crate::kit::format;
use crate::kit::text::{t, tn, tv};
use crate::nouns::appointment::sheet::{Sheet, actions};
use crate::record::agenda::{NextCard, circumstances, hour};
use crate::record::form::Names;
use crate::record::row::people;
use crate::record::values::{text, when};

/// The card of the next appointment, with a sheet of its own.
pub fn next_card() -> NextCard {
    let sheet = Sheet::new();
    NextCard { draw: Arc::new(move |entry, names| card(entry, names, sheet)), sheet: sheet.view() }
}

fn card(entry: &Entry, names: &Names, sheet: Sheet) -> AnyView {
    let who = people(entry, names);
    let at = when(entry).unwrap_or_default();
    view! {
        <section class="hero next" aria-labelledby="next">
            <p class="clock"><b>{hour(at)}</b> <span>{until(at)}</span></p>
            <a class="what" href=link::to(Appointment::KIND, entry.id)>
                {who.first().map(|it| avatar(it))}
                <span>
                    <b id="next">{format!("{} – {}", text(entry, Appointment::PURPOSE), who.join(", "))}</b>
                    <span class="sub">{circumstances(entry, names)}</span>
                </span>
            </a>
            {actions(entry, sheet)}
        </section>
    }
    .into_any()
}

/// `om 25 min`, `nå`; empty if it is long past or far ahead.
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
