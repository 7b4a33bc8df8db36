//! A dialog: the browser's own, so that focus, Esc and the background are looked after.

use leptos::html::Dialog as Element;
use leptos::prelude::*;

use crate::components::icon::{Icon, icon};
use crate::lean::{effect, press};
use crate::text::t;

/// A dialog with a heading, shown while `open` holds.
#[component]
pub fn Dialog(
    /// Whether it is shown.
    open: RwSignal<bool>,
    /// Its heading.
    title: String,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let name = title.clone();
    let dialog = NodeRef::<Element>::new();
    effect(move || {
        let Some(dialog) = dialog.get() else { return };
        if open.get() && !dialog.open() {
            let _ = dialog.show_modal();
        } else if !open.get() {
            dialog.close();
        }
    });
    view! {
        <dialog
            class="ds-dialog"
            node_ref=dialog
            aria-label=name
            on:close=move |_| open.set(false)
        >
            <div class="dialog-head">
                <h2>{title}</h2>
                <button
                    type="button"
                    class="round"
                    aria-label=t("close")
                    on:click=press(move || open.set(false))
                >
                    {icon(Icon::Close)}
                </button>
            </div>
            {children()}
        </dialog>
    }
}
