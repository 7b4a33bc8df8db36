//! What a page shows while there is nothing to show: not yet, nothing at all, or a fault.

use domain::Fault;
use leptos::prelude::*;

use crate::components::icon::{Icon, icon};
use crate::lean::dynamic;
use crate::state::Answer;
use crate::text;

/// Shows an answer once it is there. Grey bars appear only after 300 ms, so that what
/// comes at once doesn't flicker.
pub fn shown<T>(answer: Answer<T>, view: impl Fn(T) -> AnyView + Send + 'static) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    let show = move || match answer.get() {
        None => waiting(),
        Some(Err(fault)) => wrong(&fault),
        Some(Ok(value)) => view(value),
    };
    dynamic(show)
}

/// Grey bars where text will stand.
pub fn waiting() -> AnyView {
    view! {
        <div class="waiting" aria-busy="true">
            <i></i>
            <i></i>
            <i></i>
        </div>
    }
    .into_any()
}

/// What went wrong, in a calm box.
pub fn wrong(fault: &Fault) -> AnyView {
    view! {
        <div class="callout" data-color="warm" role="alert">
            {icon(Icon::Warning)}
            <p>{text::fault(fault)}</p>
        </div>
    }
    .into_any()
}

/// Nothing here yet, and what to do about it.
pub fn empty(sign: Icon, title: String, what: String, action: AnyView) -> AnyView {
    view! {
        <div class="empty">
            <span class="sign">{icon(sign)}</span>
            <h2>{title}</h2>
            <p>{what}</p>
            {action}
        </div>
    }
    .into_any()
}

/// A link that looks like the thing to do next.
pub fn action(href: String, sign: Icon, words: String) -> AnyView {
    view! { <a class="ds-button" href=href>{icon(sign)} {words}</a> }.into_any()
}
