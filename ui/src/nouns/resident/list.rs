//! *Beboere*: all who live here, found by two letters.

use domain::{Record, Resident};
use leptos::prelude::*;

use crate::app::head::Head;
use crate::app::session::app;
use crate::app::{link, router};
use crate::kit::arrows::arrows;
use crate::kit::chip::chip;
use crate::kit::erased::{dynamic, typed};
use crate::kit::icon::{Icon, icon};
use crate::kit::text::t;
use crate::nouns::resident::rows::ResidentRows;

/// The page.
#[component]
pub fn ResidentsPage() -> impl IntoView {
    let finding = app().finding;
    let (text, gone) = (finding.text, finding.gone);
    view! {
        <Head title=t("nav-residents") />
        <div class="along" on:keydown=arrows()>
        <search class="find">
            {icon(Icon::Search)}
            <input
                type="search"
                class="ds-input"
                aria-label=t("residents-find")
                placeholder=t("residents-find")
                autocomplete="off"
                prop:value=text
                on:input=typed(move |it| text.set(it))
            />
        </search>
        <div class="tools">
            <div class="chips">
                {chip(t("residents-here"), None, move || !gone.get(), move || gone.set(false))}
                {chip(t("residents-gone"), None, move || gone.get(), move || gone.set(true))}
            </div>
            <a class="ds-button" data-variant="secondary" href=link::new(Resident::KIND)>
                {icon(Icon::Plus)}
                {t("residents-new")}
            </a>
        </div>
        {dynamic(move || (!text.with(String::is_empty)).then(|| everywhere(text)))}
        <ResidentRows finding />
        </div>
    }
}

/// The link to a search of everything for the same text.
fn everywhere(text: RwSignal<String>) -> AnyView {
    let sought = app().sought;
    let take = move |_| sought.set(text.get_untracked());
    view! { <p class="all"><a href=router::path("search") on:click=take>{t("search-find")} {icon(Icon::Forward)}</a></p> }
        .into_any()
}
