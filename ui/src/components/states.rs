//! What a page shows while there is nothing to show: not yet, nothing at all, or a fault.

use std::time::Duration;

use domain::Fault;
use leptos::prelude::*;

use crate::browser::sleep;
use crate::components::icon::{Icon, icon};
use crate::form::Form;
use crate::lean::{dynamic, press, task};
use crate::live::Answer;
use crate::text::{self, t};

/// How long nothing is shown, so that what comes soon neither flickers nor waits for bars to move.
const PATIENCE: Duration = Duration::from_millis(300);

/// Shows an answer once it is there, and grey bars where that takes long.
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

/// Shows more of an answer that is [`shown`] above, once it is there.
pub fn also<T>(answer: Answer<T>, view: impl Fn(T) -> AnyView + Send + 'static) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    dynamic(move || answer.get().and_then(Result::ok).map(&view))
}

/// Shows a form once its record is read. No field that `view` reads draws it anew, since that would
/// take focus and what is open from whoever types.
pub fn once_read(form: Form, view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let show = move || match (form.fault.get(), form.ready.get()) {
        (Some(fault), _) => wrong(&fault),
        (None, false) => waiting(),
        (None, true) => untrack(&view),
    };
    dynamic(show)
}

/// Grey bars where text will stand.
pub fn waiting() -> AnyView {
    let late = RwSignal::new(false);
    task(async move {
        sleep(PATIENCE).await;
        let _ = late.try_set(true);
    });
    let bars = move || late.get().then(|| view! { <i></i><i></i><i></i> });
    view! { <div class="waiting" aria-busy="true">{dynamic(bars)}</div> }.into_any()
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

/// The way to more of a list, `step` at a time.
pub fn earlier(limit: RwSignal<u32>, step: u32) -> AnyView {
    view! {
        <button type="button" class="ds-button" data-variant="secondary" on:click=press(move || limit.update(|it| *it += step))>
            {t("resident-earlier")}
        </button>
    }
    .into_any()
}

/// A link that looks like the thing to do next.
pub fn action(href: String, sign: Icon, words: String) -> AnyView {
    view! { <a class="ds-button" href=href>{icon(sign)} {words}</a> }.into_any()
}
