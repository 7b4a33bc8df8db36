//! Printing a page, in the window and in a browser.

use leptos::prelude::*;

use crate::api;
use crate::components::icon::{Icon, icon};
use crate::lean::{press, task};
use crate::state::{App, app};
use crate::text::t;

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

/// Prints the page, or says that it could not.
pub async fn print(app: App) {
    if api::print().await.is_err() {
        app.say(t("print-failed"), None);
    }
}
