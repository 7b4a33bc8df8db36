//! Activities and attendance.

pub mod count;
pub mod details;
pub mod list;
pub mod page;
pub mod plan;
pub mod postpone;
pub mod roll;
pub mod rows;
pub mod sheet;
pub mod week_plan;
pub mod words;

use domain::{Activity, Record};
use leptos::prelude::*;

use crate::app::router::{Args, Route, Rows};
use crate::kit::icon::Icon;

/// Their pages.
pub const PAGES: Rows = &[
    Route::at("activities", "/aktiviteter")
        .section("nav-activities", Icon::Calendar, Icon::CalendarFill)
        .key("a", "keys-activities"),
    Route::at("week-plan", "/aktiviteter/ukeplan"),
    Route::at("activity", "/aktiviteter/:id").shows(&[Activity::KIND]),
];

/// Draws the page of that name.
pub fn draw(page: &str, args: &Args) -> Option<AnyView> {
    Some(match page {
        "activities" => view! { <list::ActivitiesPage /> }.into_any(),
        "week-plan" => view! { <week_plan::WeekPlanPage /> }.into_any(),
        "activity" => page::activity_page(args.id),
        _ => return None,
    })
}
