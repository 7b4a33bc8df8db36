//! Incidents, referrals and follow-ups.

pub mod column;
pub mod emergency;
pub mod filter;
pub mod follow_up;
pub mod groups;
pub mod incident;
pub mod letter;
pub mod list;
pub mod page;
pub mod phone_calls;
pub mod referral;
pub mod rows;
pub mod steps;

use domain::{FollowUp, Incident, Record, Referral};
use leptos::prelude::*;

use crate::app::router::{Args, Route, Rows};
use crate::kit::icon::Icon;
use crate::record::page::Around;

/// Their pages.
pub const PAGES: Rows = &[
    Route::at("cases", "/saker")
        .section("nav-cases", Icon::Cases, Icon::CasesFill)
        .key("s", "keys-cases"),
    Route::at("case", "/saker/:id").shows(&[Incident::KIND, Referral::KIND, FollowUp::KIND]),
    Route::at("letter", "/saker/:id/brev"),
];

/// The emergency numbers above the form of an incident, while it is acute.
pub const AROUND_INCIDENT: Around = Around { above: emergency::while_acute, ..Around::NOTHING };

/// Draws the page of that name.
pub fn draw(page: &str, args: &Args) -> Option<AnyView> {
    Some(match page {
        "cases" => view! { <list::CasesPage /> }.into_any(),
        "case" => page::case_page(args.id),
        "letter" => letter::letter_page(args.id),
        _ => return None,
    })
}
