//! Links that look like buttons.

use leptos::prelude::*;

use crate::kit::icon::{Icon, icon};
use crate::kit::text::t;

/// A link, by the name of its text.
pub fn link_button(href: String, sign: Icon, words: &str) -> AnyView {
    way(href, sign, t(words))
}

/// A link with that text.
pub fn way(href: String, sign: Icon, words: String) -> AnyView {
    view! { <a class="ds-button" data-variant="secondary" href=href>{icon(sign)} {words}</a> }
        .into_any()
}
