//! Enquiries from neighbours, schools and others outside.

pub mod page;

use domain::Record;
use domain::kinds::Enquiry;
use leptos::prelude::*;

use crate::app::router::{Args, Route, Rows};

/// Their page.
pub const PAGES: Rows = &[Route::at("enquiry", "/henvendelser/:id").shows(&[Enquiry::KIND])];

/// Draws the page of that name.
pub fn draw(page: &str, args: &Args) -> Option<AnyView> {
    (page == PAGES[0].name).then(|| page::enquiry_page(args.id))
}
