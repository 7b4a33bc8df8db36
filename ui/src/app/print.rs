//! Printing a page, in the window and in a browser.

use leptos::prelude::*;

use crate::app::api;
use crate::app::session::{App, app};
use crate::kit::erased::{press, task};
use crate::kit::icon::{Icon, icon};
use crate::kit::text::t;

/// The button that prints the page.
pub fn print_button(words: String, variant: &'static str) -> AnyView {
    let app = app();
    view! {
        <button
            type="button"
            class="ds-button"
            data-variant=variant
            on:click=press(move || task(print(app)))
        >
            {icon(Icon::Print)}
            {words}
        </button>
    }
    .into_any()
}

/// Prints the page, or shows a note that it could not.
pub async fn print(app: App) {
    if api::print().await.is_err() {
        app.say(t("print-failed"), None);
    }
}
