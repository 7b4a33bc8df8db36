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
        Fault::Emptied => (t("emptied-title"), t("emptied-what")),
        other => (t("broken-title"), text::fault(other)),
    };
    // What is over need not be tried again.
    let again = (*fault != Fault::Emptied).then(again);
    view! {
        <main class="opening">
            <div class="empty">
                <span class="sign">{icon(Icon::Lock)}</span>
                <h1>{title}</h1>
                <p role="alert">{what}</p>
                {again}
            </div>
        </main>
    }
    .into_any()
}

fn again() -> AnyView {
    let reload = press(|| {
        let _ = crate::kit::browser::window().location().reload();
    });
    view! { <button type="button" class="ds-button" on:click=reload>{t("try-again")}</button> }
        .into_any()
}
