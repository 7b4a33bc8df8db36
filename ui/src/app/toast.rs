//! The note at the bottom: what was done, with ten seconds to undo it.

use std::time::Duration;

use leptos::ev::{FocusEvent, PointerEvent, keydown};
use leptos::prelude::*;

use crate::app::session::{App, Toast, Undoing, app};
use crate::kit::erased::{dynamic, effect, press};
use crate::kit::icon::{Icon, icon};
use crate::kit::text::t;

/// How long a note stays once it has neither pointer nor focus, and no key goes from part to part.
const STAYS: Duration = Duration::from_secs(10);

/// The note. A screen reader reads it out.
#[component]
pub fn Toasts() -> impl IntoView {
    let app = app();
    view! {
        <div class="toasts" role="status" aria-live="polite">
            {dynamic(move || app.toast.get().map(|it| note(app, it)))}
        </div>
    }
}

fn note(app: App, toast: Toast) -> AnyView {
    let (pointed, focused) = (RwSignal::new(false), RwSignal::new(false));
    let steps = steps_by_key();
    effect(move || {
        // Who is on the way to it by key may have many parts to pass.
        steps.track();
        if !pointed.get() && !focused.get() {
            hide_later(app);
        }
    });
    let point = |on| -> Box<dyn FnMut(PointerEvent)> { Box::new(move |_| pointed.set(on)) };
    let focus = |on| -> Box<dyn FnMut(FocusEvent)> { Box::new(move |_| focused.set(on)) };
    view! {
        <div
            class="toast"
            on:pointerenter=point(true)
            on:pointerleave=point(false)
            on:focusin=focus(true)
            on:focusout=focus(false)
        >
            <span>{toast.text}</span>
            {toast.way.map(|to| way(app, to))}
            {toast.undo.map(|what| undo(app, what))}
            <button type="button" class="round" aria-label=t("close") on:click=press(move || app.toast.set(None))>
                {icon(Icon::Close)}
            </button>
        </div>
    }
    .into_any()
}

/// Counts the steps from part to part that are made by key.
fn steps_by_key() -> RwSignal<u32> {
    let steps = RwSignal::new(0_u32);
    let listener = window_event_listener(keydown, move |event| {
        if event.key() == "Tab" {
            let _ = steps.try_update(|it| *it = it.wrapping_add(1));
        }
    });
    on_cleanup(move || listener.remove());
    steps
}

/// Hides the note in a while, unless the user points at it or focuses it, or another replaces it.
fn hide_later(app: App) {
    if let Ok(timer) = set_timeout_with_handle(move || app.toast.set(None), STAYS) {
        on_cleanup(move || timer.clear());
    }
}

/// A link to the record that the note is about.
fn way(app: App, to: String) -> AnyView {
    let gone = move |_| app.toast.set(None);
    view! {
        <a class="ds-button" data-variant="tertiary" href=to on:click=gone>
            {t("toast-show")}
        </a>
    }
    .into_any()
}

/// Undoes what the note tells, once: the note is removed with the first press.
fn undo(app: App, what: Undoing) -> AnyView {
    let undo = press(move || {
        app.toast.set(None);
        app.undo(what.clone());
    });
    view! {
        <button type="button" class="ds-button" data-variant="tertiary" on:click=undo>
            {t("toast-undo")}
        </button>
    }
    .into_any()
}
