//! *Overlevering*: staffing ends, every matter gets a receiver, and every resident is told.

mod depot;
mod emptying;
mod filter;
mod give;
mod groups;
mod item;
mod keep;
mod list;
mod notice;
mod of_resident;
mod package;
mod plan;
mod progress;
mod read;
mod residents;
mod rows;
mod sentences;
mod summary;

use domain::{Handover, HandoverItem, Record};
use leptos::prelude::*;

use crate::app::router::{Args, Route, Rows};
use crate::kit::icon::Icon;

/// Its pages.
pub const PAGES: Rows = &[
    Route::at("handovers", "/overlevering").entry(Icon::Handover, "handovers-title"),
    Route::at("handover-plan", "/overlevering/:id").shows(&[Handover::KIND]),
    Route::at("handover-matter", "/overlevering/sak/:id").shows(&[HandoverItem::KIND]),
    Route::at("handover-notice", "/overlevering/:id/si-ifra"),
    Route::at("handover-summary", "/overlevering/:id/oppsummering"),
];

/// Draws the page of that name.
pub fn draw(page: &str, args: &Args) -> Option<AnyView> {
    Some(match page {
        "handovers" => list::handovers_page(),
        "handover-plan" => plan::plan_page(args.id),
        "handover-matter" => item::item_page(args.id),
        "handover-notice" => notice::notice_page(args.id),
        "handover-summary" => summary::summary_page(args.id),
        _ => return None,
    })
}
