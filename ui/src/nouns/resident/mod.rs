//! Residents.

pub mod head;
pub mod list;
pub mod merged;
pub mod page;
pub mod rows;

use domain::{Record, Resident};
use leptos::prelude::*;

use crate::app::router::{Args, Route, Rows};
use crate::kit::icon::Icon;

/// Their pages.
pub const PAGES: Rows = &[
    Route::at("residents", "/beboere")
        .section("nav-residents", Icon::People, Icon::PeopleFill)
        .key("b", "keys-residents"),
    Route::at("resident", "/beboere/:id").shows(&[Resident::KIND]),
];

/// Draws the page of that name.
pub fn draw(page: &str, args: &Args) -> Option<AnyView> {
    Some(match page {
        "residents" => view! { <list::ResidentsPage /> }.into_any(),
        "resident" => page::resident_page(args.id),
        _ => return None,
    })
}
