//! The parts that show and edit every kind of record. They know `KINDS` and no noun.

pub mod actions;
pub mod agenda;
pub mod attempt;
pub mod bin;
pub mod called;
pub mod case;
pub mod chips;
pub mod conflicts;
pub mod defaults;
pub mod deleted;
pub mod draft_note;
pub mod fields;
pub mod form;
pub mod frame;
pub mod history;
pub mod links;
pub mod list;
pub mod new_menu;
pub mod once_read;
pub mod page;
pub mod pin;
pub mod problems;
pub mod reach;
pub mod resident_dates;
pub mod resident_texts;
pub mod row;
pub mod save_bar;
pub mod search;
pub mod story;
pub mod text_area;
pub mod values;

use leptos::prelude::*;

use crate::app::router::{Args, Route, Rows};
use crate::kit::icon::Icon;

/// The pages of any kind of record.
pub const PAGES: Rows = &[
    Route::at("versions", "/mer/versjoner").entry(Icon::Copy, "versions-title"),
    Route::at("bin", "/mer/slettet").entry(Icon::Bin, "more-bin"),
    Route::at("history", "/historikk/:id"),
    Route::at("new-form", "/skjema/:kind").leads_on(),
    Route::at("form", "/skjema/:kind/:id"),
];

/// Draws the page of that name.
pub fn draw(page: &str, args: &Args) -> Option<AnyView> {
    Some(match page {
        "search" => view! { <search::SearchPage /> }.into_any(),
        "versions" => view! { <conflicts::page::VersionsPage /> }.into_any(),
        "bin" => view! { <bin::BinPage /> }.into_any(),
        "history" => history::history_page(args.id),
        "new-form" => page::new_record(&args.kind),
        _ => return None,
    })
}
