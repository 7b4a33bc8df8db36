//! The switch between the interface's languages.

use domain::calls::SetLocale;
use leptos::prelude::*;

use crate::app::api;
use crate::app::session::app;
use crate::kit::chip::chip;
use crate::kit::erased::task;
use crate::kit::format;
use crate::kit::text::{self, LOCALES, t};

/// A chip for each language.
#[component]
pub fn LocaleSwitch() -> impl IntoView {
    let app = app();
    let choose = move |tag: &'static str| {
        task(async move {
            match api::call(SetLocale { locale: tag.to_owned() }).await {
                Ok(status) => app.stand(status),
                Err(fault) => app.fail(&fault),
            }
        });
    };
    let chips = LOCALES.map(|tag| {
        let name = format::capital(&format::own_name(tag));
        chip(name, None, move || text::locale() == tag, move || choose(tag))
    });
    view! {
        <fieldset class="group">
            <legend>{t("more-language")}</legend>
            <div class="chips">{chips.collect_view()}</div>
        </fieldset>
    }
}
