//! Bomiljø's interface, the same in the window and in the browser.
#![allow(clippy::must_use_candidate, reason = "every component returns its view")]
#![allow(clippy::needless_pass_by_value, reason = "components own their properties")]

mod api;
mod beginnings;
mod browser;
mod clock;
mod components;
mod contact;
mod deeds;
mod files;
mod focus;
mod form;
mod format;
mod intl;
mod keys;
mod lean;
mod link;
mod live;
mod pages;
mod reminders;
mod resident_texts;
mod state;
mod text;
mod travel;
mod turns;
mod values;

fn main() {
    leptos::mount::mount_to_body(pages::Root);
}
