//! One line that says what is behind it, and opens it.

use leptos::prelude::*;

use crate::kit::erased::{dynamic, press, words};
use crate::kit::icon::{Icon, icon};

/// The line, over what it opens. That is drawn while `open` holds, in an element called `id`.
pub fn disclosure(
    id: &'static str,
    open: RwSignal<bool>,
    sign: Icon,
    line: Signal<String>,
    inside: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    view! {
        <section class="circumstances">
            <button
                type="button"
                class="summary"
                aria-expanded=words(move || open.get().to_string())
                aria-controls=id
                on:click=press(move || open.update(|it| *it = !*it))
            >
                {icon(sign)}
                <span>{line}</span>
                {icon(Icon::Down)}
            </button>
            <div id=id class="stack">{dynamic(move || open.get().then(&inside))}</div>
        </section>
    }
    .into_any()
}
