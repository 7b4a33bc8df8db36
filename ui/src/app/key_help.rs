//! The list of keyboard shortcuts.

use leptos::prelude::*;

use crate::app::keys::explained;
use crate::app::later;
use crate::kit::dialog::{Dialog, when_opened};
use crate::kit::text::t;

/// The dialog behind `?`.
#[component]
pub fn KeyHelp(
    /// Whether it is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Dialog open title=t("keys-title")>{when_opened(open, || later::part("keys", ()))}</Dialog>
    }
}

/// The list itself.
pub fn keys() -> AnyView {
    let lines = explained().into_iter().map(|(keys, words)| {
        view! {
            <div>
                <dt>{keys.split(' ').map(|it| view! { <kbd>{it.to_owned()}</kbd> }).collect_view()}</dt>
                <dd>{t(words)}</dd>
            </div>
        }
    });
    view! {
        <dl class="keys">{lines.collect::<Vec<_>>()}</dl>
        <p class="quiet">{t("keys-off")}</p>
    }
    .into_any()
}
