//! A chip: a button that is tapped instead of typing.

use leptos::prelude::*;

use crate::kit::erased::{press, words};
use crate::kit::icon::{Icon, icon};

/// One chip, pressed or not.
pub fn chip(
    text: String,
    sign: Option<Icon>,
    on: impl Fn() -> bool + Send + Sync + 'static,
    act: impl Fn() + 'static,
) -> AnyView {
    view! {
        <button
            type="button"
            class="chip"
            aria-pressed=words(move || on().to_string())
            on:click=press(act)
        >
            {sign.map(icon)}
            <span>{text}</span>
        </button>
    }
    .into_any()
}
