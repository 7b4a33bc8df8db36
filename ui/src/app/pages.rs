//! All pages, put together from the tables of the app, the records and the nouns.

use std::any::Any;

use domain::{Incident, Record, Unit};
use leptos::prelude::*;

use crate::app::router::{Args, Rows};
use crate::app::session::App;
use crate::app::{help, more, start, sync};
use crate::nouns::{
    activity, appointment, cases, exchange, partner, report, resident, today, topic_owner, unit,
    visit,
};
use crate::record;
use crate::record::page::Around;

/// The tables, in the order of the bars and of *Mer*.
pub const ALL: &[Rows] = &[
    today::PAGES,
    resident::PAGES,
    activity::PAGES,
    cases::PAGES,
    record::search::PAGES,
    partner::PAGES,
    unit::PAGES,
    topic_owner::PAGES,
    report::PAGES,
    exchange::PAGES,
    record::PAGES,
    visit::PAGES,
    appointment::PAGES,
    start::PAGES,
    more::PAGES,
];

/// What the other nouns draw on the first page.
const ON_TODAY: today::NounViews = today::NounViews {
    next_card: appointment::next::next_card,
    cases: cases::rows::rows,
    visits: visit::rows::visit_rows,
    open_visits: visit::rows::open_rows,
};

/// Draws the page of that name.
pub fn draw(page: &str, args: &Args) -> Option<AnyView> {
    match page {
        "form" => Some(record::page::record_form(&args.kind, args.id, around(&args.kind))),
        "more" => Some(view! { <more::MorePage /> }.into_any()),
        _ => record::draw(page, args)
            .or_else(|| resident::draw(page, args))
            .or_else(|| activity::draw(page, args))
            .or_else(|| cases::draw(page, args))
            .or_else(|| partner::draw(page, args))
            .or_else(|| unit::draw(page))
            .or_else(|| topic_owner::draw(page))
            .or_else(|| report::draw(page))
            .or_else(|| exchange::draw(page))
            .or_else(|| visit::draw(page, args))
            .or_else(|| appointment::draw(page, args)),
    }
}

/// What a noun puts around the form of that kind.
fn around(kind: &str) -> Around {
    match kind {
        Incident::KIND => cases::AROUND_INCIDENT,
        Unit::KIND => unit::AROUND,
        _ => Around::NOTHING,
    }
}

/// Reminds of what the day brings, for as long as the app is open.
pub fn keep_watch(app: App) {
    today::reminders::keep_watch(app);
}

/// Draws what opens over a page.
pub fn draw_part(name: &str, with: &(dyn Any + Send + Sync)) -> Option<AnyView> {
    match name {
        "sync" => Some(sync::details::sync_details()),
        "keys" => Some(help::keys()),
        _ => appointment::draw_part(name, with),
    }
}

/// What the page of that name asks for first, as it travels.
pub fn requests(page: &str) -> Vec<String> {
    if page == "today" { today::requests().into() } else { Vec::new() }
}

/// The menu of all that can be noted down, shown while `open` is.
pub fn new_menu(open: RwSignal<bool>) -> AnyView {
    view! { <record::new_menu::NewMenu open /> }.into_any()
}

/// Draws the page that a day begins with, and the way to a new conversation, which are here at once.
pub fn draw_first(page: &str) -> Option<AnyView> {
    match page {
        "today" | "start" => Some(view! { <today::Today nouns=ON_TODAY /> }.into_any()),
        "new-visit" => Some(view! { <visit::page::NewVisit /> }.into_any()),
        _ => None,
    }
}
