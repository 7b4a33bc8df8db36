//! The page that is shown when the data cannot be opened at all.

use domain::Fault;
use leptos::prelude::*;

use crate::kit::erased::press;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{self, t};

/// Says what is wrong, that nothing is lost, and what to do.
pub fn broken(fault: &Fault) -> AnyView {
    let (title, what) = match fault {
        Fault::AlreadyOpen => (t("broken-open-title"), t("broken-open-what")),
        Fault::Storage { detail } if detail == "no-storage" => {
            (t("broken-storage-title"), t("broken-storage-what"))
        }
        other => (t("broken-title"), text::fault(other)),
    };
    let again = press(|| {
        let _ = crate::kit::browser::window().location().reload();
    });
    view! {
        <main class="opening">
            <div class="empty">
                <span class="sign">{icon(Icon::Lock)}</span>
                <h1>{title}</h1>
                <p role="alert">{what}</p>
                <button type="button" class="ds-button" on:click=again>{t("try-again")}</button>
            </div>
        </main>
    }
    .into_any()
}
