//! *Import og eksport*: a file is previewed before anything is written, and all records can be
//! saved as files.

pub mod incoming;
pub mod preview;
pub mod takeover;

use domain::{Activity, KINDS, Record, Resident};
use leptos::prelude::*;

use crate::app::head::Head;
use crate::app::router::{Args, Route, Rows};
use crate::app::session::app;
use crate::app::{api, files};
use crate::kit::erased::{dynamic, press, task};
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{t, tv};
use crate::nouns::exchange::incoming::{bring_in, kind_field};
use crate::nouns::exchange::takeover::take_over;

/// Its page.
pub const PAGES: Rows = &[Route::at("exchange", "/mer/filer").entry(Icon::File, "more-files")];

/// Draws the page of that name.
pub fn draw(page: &str, _: &Args) -> Option<AnyView> {
    (page == "exchange").then(|| view! { <ExchangePage /> }.into_any())
}

/// The only kind that can be saved as a calendar.
const PLANNED: &str = Activity::KIND;

/// The page.
#[component]
pub fn ExchangePage() -> impl IntoView {
    view! {
        <Head title=t("more-files") line=t("exchange-line") back=true />
        <div class="cards">
            {bring_in()}
            {hand_out()}
            {api::in_window().then(take_over)}
        </div>
    }
}

fn hand_out() -> AnyView {
    let app = app();
    let (kind, busy) = (RwSignal::new(Resident::KIND), RwSignal::new(false));
    let save = move |ending: &'static str, words: &str| {
        let save = press(move || {
            let kind = kind.get_untracked();
            busy.set(true);
            task(async move {
                let said = match files::hand_out(kind, ending).await {
                    Ok(file) => tv("exchange-saved", &[("file", &file)]),
                    Err(words) => words,
                };
                app.say(said, None);
                let _ = busy.try_set(false);
            });
        });
        let words = t(words);
        view! {
            <button
                type="button"
                class="ds-button"
                data-variant="secondary"
                prop:disabled=busy
                on:click=save
            >
                {icon(Icon::Download)}
                {words}
            </button>
        }
        .into_any()
    };
    let calendar = move || {
        let planned = kind.get() == PLANNED;
        planned.then(|| save("ics", "exchange-ics")).into_any()
    };
    view! {
        <section class="card padded stack">
            <h2>{t("exchange-out")}</h2>
            <p>{t("exchange-out-what")}</p>
            {kind_field("out-kind", KINDS.iter(), kind, move |it| kind.set(it))}
            <div class="reach">
                {save("xlsx", "exchange-xlsx")}
                {save("csv", "exchange-csv")}
                {save("json", "exchange-json")}
                {dynamic(calendar)}
            </div>
        </section>
    }
    .into_any()
}
