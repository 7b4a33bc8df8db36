//! Visits.

pub mod fields;
pub mod open;
pub mod page;
pub mod rows;

use domain::{Record, Visit};
use leptos::prelude::*;

use crate::app::router::{Args, Route, Rows};

/// Their pages.
pub const PAGES: Rows = &[
    Route::at("new-visit", "/samtale").makes(Visit::KIND),
    Route::at("visit", "/samtale/:id").edits(&[Visit::KIND]),
    Route::at("open-visits", "/samtaler"),
];

/// Draws the page of that name.
pub fn draw(page: &str, args: &Args) -> Option<AnyView> {
    Some(match page {
        "visit" => page::visit_page(args.id),
        "open-visits" => view! { <open::OpenVisitsPage /> }.into_any(),
        _ => return None,
    })
}
