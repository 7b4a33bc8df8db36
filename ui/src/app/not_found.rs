//! The page for an unknown path, and for a record that is not there.

use leptos::prelude::*;

use crate::app::head::Head;
use crate::app::router;
use crate::kit::icon::Icon;
use crate::kit::states::{action, empty};
use crate::kit::text::t;

/// The page.
pub fn not_found() -> AnyView {
    let way = action(router::first().to_owned(), Icon::Home, t("nav-today"));
    view! {
        <Head title=t("lost-title") />
        {empty(Icon::Search, t("lost-lead"), t("lost-what"), way)}
    }
    .into_any()
}
