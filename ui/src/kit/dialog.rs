//! A dialog: the browser's own element, which handles focus, Esc and the background.

use leptos::html::Dialog as Element;
use leptos::prelude::*;

use crate::kit::erased::{dynamic, effect, press};
use crate::kit::icon::{Icon, icon};
use crate::kit::text::t;

/// The content of a dialog that is seldom opened: drawn when it is opened for the first time.
pub fn when_opened(open: RwSignal<bool>, view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let opened = Memo::new(move |before| open.get() || before == Some(&true));
    dynamic(move || opened.get().then(&view))
}

/// A dialog with a heading, shown while `open` holds.
#[component]
pub fn Dialog(
    /// Whether it is shown.
    open: RwSignal<bool>,
    /// Its heading.
    title: String,
    /// Its content.
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
