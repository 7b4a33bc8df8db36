//! *Saker*: incidents, referrals and follow-ups. On a laptop the chosen one is beside the list.

use leptos::prelude::*;

use crate::app::head::Head;
use crate::kit::icon::Icon;
use crate::kit::states::empty;
use crate::kit::text::t;
use crate::nouns::cases::column::case_list;

/// The page, with no case chosen.
#[component]
pub fn CasesPage() -> impl IntoView {
    let heading = view! { <Head title=t("nav-cases") /> }.into_any();
    let hint = empty(Icon::Cases, t("cases-choose"), t("cases-choose-what"), ().into_any());
    view! {
        <div class="cases list-first">
            {case_list(heading, None)}
            <div class="case-page">{hint}</div>
        </div>
    }
}
