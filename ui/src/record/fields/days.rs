//! Days and weeks to choose: the next ones by a tap, any other from the calendar.

use chrono::{Datelike, Days, NaiveDate};
use domain::zone::{monday, week};
use leptos::prelude::*;
use serde_json::Value;

use crate::kit::chip::chip;
use crate::kit::date_field::What;
use crate::kit::erased::{dynamic, typed};
use crate::kit::format;
use crate::kit::text::{t, tn};
use crate::record::fields::on_the_clock;
use crate::record::form::Form;
use crate::record::problems;

/// Weeks to choose from.
const WEEKS: u64 = 16;

/// A day.
pub fn day(form: Form, name: &'static str) -> AnyView {
    // A due day is ahead, so a few days get a chip.
    let ahead = form.kind.life.is_some_and(|it| it.due == Some(name));
    let chips = ahead.then(|| {
        let taps = [("day-today", 0), ("day-tomorrow", 1), ("day-in-three", 3), ("day-in-week", 7)];
        let one = |(words, days)| {
            let day = (format::today() + Days::new(days)).to_string();
            let own = day.clone();
            let words = format::capital(&t(words));
            chip(words, None, move || form.text(name) == own, move || form.choose(name, &day))
        };
        view! { <div class="chips">{taps.map(one).collect_view()}</div> }
    });
    view! {
        {chips}
        {on_the_clock(form, name, What::Day)}
    }
    .into_any()
}

/// A week: this one, the next ones, and the one that the field has already.
pub fn weeks(form: Form, name: &'static str) -> AnyView {
    let value = Memo::new(move |_| form.text(name));
    let options = move || {
        let chosen = value.get();
        let mut weeks: Vec<_> = (0..WEEKS).map(|it| format::today() + Days::new(7 * it)).collect();
        weeks.extend(domain::field::week(&chosen));
        weeks.sort_unstable();
        weeks.dedup_by_key(|it| week(*it));
        weeks
            .into_iter()
            .map(|it| crate::record::fields::links::option((week(it), words(it)), &chosen))
            .collect_view()
    };
    view! {
        <select
            autocomplete="off"
            class="ds-input"
            id=problems::id_of(name)
            aria-describedby=problems::problem_id(name)
            on:change=typed(move |it| form.set(name, if it.is_empty() { Value::Null } else { it.into() }))
        >
            <option value="">{t("form-none")}</option>
            {dynamic(options)}
        </select>
    }
    .into_any()
}

/// `Uke 47 · fra 16. november`.
fn words(day: NaiveDate) -> String {
    let number = tn("week-number", i64::from(day.iso_week().week()));
    format!("{number} · {}", format::day(&monday(day).to_string()))
}
