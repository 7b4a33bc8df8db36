//! All visits that left the team something to do and have no follow-up.

use domain::calls::GetOpenVisits;
use domain::views::Page;
use leptos::prelude::*;

use crate::app::head::Head;
use crate::app::query::{live, shown};
use crate::kit::icon::Icon;
use crate::kit::states::{empty, more_of};
use crate::kit::text::t;
use crate::nouns::visit::rows::open_rows;
use crate::record::list::STEP;

/// The page.
#[component]
pub fn OpenVisitsPage() -> impl IntoView {
    let limit = RwSignal::new(STEP);
    let open = live(move || GetOpenVisits { limit: limit.get(), skip: 0 });
    view! {
        <Head title=t("today-open") back=true />
        {shown(open, move |page| list(&page, limit))}
    }
}

fn list(page: &Page, limit: RwSignal<u32>) -> AnyView {
    if page.entries.is_empty() {
        return empty(Icon::Check, t("open-none"), t("open-none-what"), ().into_any());
    }
    view! { {open_rows(page)} {more_of(page, limit, STEP)} }.into_any()
}
