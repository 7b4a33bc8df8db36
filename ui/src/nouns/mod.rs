//! A folder for each noun: its pages and their parts.

pub mod activity;
pub mod appointment;
pub mod cases;
pub mod enquiry;
pub mod exchange;
pub mod handover;
pub mod member;
pub mod partner;
pub mod report;
pub mod resident;
pub mod site_topic;
pub mod today;
pub mod unit;
pub mod visit;

use leptos::prelude::*;

use crate::app::router::{Args, Rows};

/// The pages of the nouns, in the order of the bars and of *Mer*.
pub const PAGES: &[Rows] = &[
    today::PAGES,
    resident::PAGES,
    activity::PAGES,
    cases::PAGES,
    enquiry::PAGES,
    handover::PAGES,
    partner::PAGES,
    member::PAGES,
    unit::PAGES,
    site_topic::PAGES,
    report::PAGES,
    exchange::PAGES,
    visit::PAGES,
    appointment::PAGES,
];

/// Draws the page of that name, if it is one of theirs.
pub fn draw(page: &str, args: &Args) -> Option<AnyView> {
    let draws = [
        resident::draw,
        activity::draw,
        cases::draw,
        partner::draw,
        enquiry::draw,
        handover::draw,
        member::draw,
        unit::draw,
        site_topic::draw,
        report::draw,
        exchange::draw,
        visit::draw,
        appointment::draw,
    ];
    draws.iter().find_map(|draw| draw(page, args))
}
