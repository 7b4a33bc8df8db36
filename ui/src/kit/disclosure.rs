//! A line that sums up a part of the page, and opens it.

use leptos::prelude::*;

use crate::kit::erased::{dynamic, press, words};
use crate::kit::icon::{Icon, icon};

/// The line, above the part that it opens. The part is drawn in `id` while `open` holds.
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
