//! Partners.

pub mod card;
pub mod page;

use domain::{Partner, Record};
use leptos::prelude::*;

use crate::app::router::{Args, Route, Rows};
use crate::kit::icon::Icon;

/// Their pages.
pub const PAGES: Rows = &[
    Route::at("partners", "/partnere")
        .entry(Icon::Partners, "nav-partners")
        .key("p", "keys-partners"),
    Route::at("partner", "/partnere/:id").shows(&[Partner::KIND]),
];

/// Draws the page of that name.
pub fn draw(page: &str, args: &Args) -> Option<AnyView> {
    Some(match page {
        "partners" => view! { <page::PartnersPage /> }.into_any(),
        "partner" => page::partner_page(args.id),
        _ => return None,
    })
}
