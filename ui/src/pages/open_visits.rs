//! Conversations that left us something to do which nobody has taken up: all of them.

use domain::calls::GetOpenVisits;
use domain::views::Page;
use leptos::prelude::*;

use crate::components::head::Head;
use crate::components::icon::Icon;
use crate::components::record_list::STEP;
use crate::components::states::{empty, more_of, shown};
use crate::components::visit_rows::open_rows;
use crate::live::live;
use crate::text::t;

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
