//! The note at the bottom: what was done, and ten seconds to take it back.

use leptos::prelude::*;

use crate::components::icon::{Icon, icon};
use crate::lean::{dynamic, press};
use crate::state::{Toast, app};
use crate::text::t;

/// The note, and the voice that reads it out.
#[component]
pub fn Toasts() -> impl IntoView {
    let app = app();
    view! {
        <div class="toasts" role="status" aria-live="polite">
            {dynamic(move || app.toast.get().map(note))}
        </div>
    }
}

fn note(toast: Toast) -> AnyView {
    let app = app();
    let undo = toast.undo.map(|group| {
        view! {
            <button type="button" class="ds-button" data-variant="tertiary" on:click=press(move || app.undo(group))>
                {t("toast-undo")}
            </button>
        }
    });
    view! {
        <div class="toast">
            <span>{toast.text}</span>
            {undo}
            <button type="button" class="round" aria-label=t("close") on:click=press(move || app.toast.set(None))>
                {icon(Icon::Close)}
            </button>
        </div>
    }
    .into_any()
}
