//! The members of the team.

mod list;
mod page;

use domain::{Member, Record};
use leptos::prelude::*;

use crate::app::router::{Args, Route, Rows};
use crate::kit::icon::Icon;

/// Their pages.
pub const PAGES: Rows = &[
    Route::at("team", "/team").entry(Icon::Person, "team-title"),
    Route::at("member", "/team/:id").shows(&[Member::KIND]),
];

/// Draws the page of that name.
pub fn draw(page: &str, args: &Args) -> Option<AnyView> {
    Some(match page {
        "team" => list::team_page(),
        "member" => page::member_page(args.id),
        _ => return None,
    })
}
