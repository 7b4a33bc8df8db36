//! Bomiljø's interface, the same in the window and in the browser.
#![allow(clippy::must_use_candidate, reason = "every component returns its view")]
#![allow(clippy::needless_pass_by_value, reason = "components own their properties")]

mod app;
mod kit;
mod nouns;
mod record;

fn main() {
    kit::stopped::watch();
    leptos::mount::mount_to_body(app::root::Root);
}
