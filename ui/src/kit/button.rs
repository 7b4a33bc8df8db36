//! Links that look like buttons.

use leptos::prelude::*;

use crate::kit::icon::{Icon, icon};
use crate::kit::text::t;

/// A way to somewhere else.
pub fn link_button(href: String, sign: Icon, words: &str) -> AnyView {
    view! { <a class="ds-button" data-variant="secondary" href=href>{icon(sign)} {t(words)}</a> }
        .into_any()
}
