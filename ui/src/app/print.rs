//! Printing a page, in the window and in a browser, and saving a document as PDF, in the window.

use domain::paper::{Order, Paper};
use leptos::prelude::*;

use crate::app::session::{App, app};
use crate::app::{api, files};
use crate::kit::erased::{press, task};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{fault, locale, t, tv};

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

/// The button that saves a document as PDF. A browser has none.
pub fn pdf_button(paper: impl Fn() -> Paper + 'static) -> Option<AnyView> {
    let (app, busy) = (app(), RwSignal::new(false));
    let press = press(move || {
        let paper = paper();
        busy.set(true);
        task(async move {
            save(app, paper).await;
            let _ = busy.try_set(false);
        });
    });
    api::in_window().then(|| {
        view! {
            <button type="button" class="ds-button" data-variant="secondary" prop:disabled=busy on:click=press>
                {icon(Icon::Download)}
                {t("paper-save")}
            </button>
        }
        .into_any()
    })
}

/// The same on a line of its own.
pub fn pdf_row(paper: impl Fn() -> Paper + 'static) -> Option<AnyView> {
    pdf_button(paper).map(|it| view! { <div class="reach pdf">{it}</div> }.into_any())
}

async fn save(app: App, paper: Paper) {
    let named = match &paper {
        Paper::Slip { .. } => "paper-file-slip",
        Paper::Letter { .. } => "paper-file-letter",
        Paper::WeekPlan { .. } => "paper-file-week-plan",
        Paper::Report { .. } => "paper-file-report",
        Paper::Notice { .. } => "paper-file-notice",
        Paper::Summary { .. } => "paper-file-summary",
        Paper::Handover { .. } => "paper-file-handover",
    };
    // No name of a person: the file's name is seen where the file is not opened.
    let name = format!("{}-{}.pdf", t(named), format::today());
    let order = Order { paper, locale: locale().to_owned() };
    let saved = match api::paper(&order).await {
        Ok(bytes) => files::hand_out_bytes(&bytes, &name).await,
        Err(problem) => Err(fault(&problem)),
    };
    app.say(saved.map_or_else(|it| it, |()| tv("exchange-saved", &[("file", &name)])), None);
}

/// Prints the page, or shows a note that it could not.
pub async fn print(app: App) {
    if api::print().await.is_err() {
        app.say(t("print-failed"), None);
    }
}
