//! Appointments and their slips.

pub mod list;
pub mod next;
pub mod page;
pub mod sheet;
pub mod slip;

use std::any::Any;

use domain::{Appointment, Record};
use leptos::prelude::*;

use crate::app::router::{Args, Route, Rows};

/// Their pages.
pub const PAGES: Rows = &[
    Route::at("appointments", "/avtaler"),
    Route::at("appointment", "/avtale/:id").shows(&[Appointment::KIND]),
    Route::at("slip", "/avtale/:id/lapp"),
];

/// Draws the page of that name.
pub fn draw(page: &str, args: &Args) -> Option<AnyView> {
    Some(match page {
        "appointments" => view! { <list::AppointmentsPage /> }.into_any(),
        "appointment" => page::appointment_page(args.id),
        "slip" => slip::slip_page(args.id),
        _ => return None,
    })
}

/// Draws the sheet that opens over a page and asks how an appointment went.
pub fn draw_part(name: &str, with: &(dyn Any + Send + Sync)) -> Option<AnyView> {
    let (asked, open) = with.downcast_ref::<sheet::Asking>().filter(|_| name == sheet::PART)?;
    Some(sheet::questions(*asked, *open))
}
