//! What a page shows in place of its content: waiting, an empty list, or a fault.

use std::time::Duration;

use domain::Fault;
use domain::views::Page;
use leptos::prelude::*;

use crate::kit::browser::sleep;
use crate::kit::erased::{dynamic, press, task, words};
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{self, tn};

/// Most rows that one call answers with.
const MOST: u32 = 500;
/// How long nothing is shown, so that a quick reply neither flickers nor waits for moving bars.
const PATIENCE: Duration = Duration::from_millis(300);

/// Grey bars where text will be.
pub fn waiting() -> AnyView {
    let late = RwSignal::new(false);
    task(async move {
        sleep(PATIENCE).await;
        let _ = late.try_set(true);
    });
    let bars = move || late.get().then(|| view! { <i></i><i></i><i></i> });
    view! { <div class="waiting" aria-busy="true">{dynamic(bars)}</div> }.into_any()
}

/// A fault, in a calm box.
pub fn wrong(fault: &Fault) -> AnyView {
    view! {
        <div class="callout" data-color="warm" role="alert">
            {icon(Icon::Warning)}
            <p>{text::fault(fault)}</p>
        </div>
    }
    .into_any()
}

/// An empty list, and what to do about it.
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

/// A button that shows `step` more of a list; `text` says how many more there are.
pub fn more(
    text: &'static str,
    limit: RwSignal<u32>,
    step: u32,
    rest: impl Fn() -> u64 + Send + Sync + 'static,
) -> AnyView {
    let said = words(move || tn(text, number(rest())));
    view! {
        <button type="button" class="ds-button" data-variant="secondary" on:click=press(move || limit.update(|it| *it += step))>
            {said}
        </button>
    }
    .into_any()
}

/// A button for more of a page that was asked for up to `limit`. At the most that one call answers
/// with, how many more there are. Nothing if the page is complete.
pub fn more_of(page: &Page, limit: RwSignal<u32>, step: u32) -> Option<AnyView> {
    if limit.get_untracked() >= MOST {
        return rest_of(page);
    }
    let rest = rest(page);
    (rest > 0).then(|| more("list-more", limit, step, move || rest))
}

/// How many more there are than a page shows; nothing if it shows all of them.
pub fn rest_of(page: &Page) -> Option<AnyView> {
    left_out("list-rest", rest(page))
}

/// How many a list leaves out, in the text of that name; nothing if it leaves out none.
pub fn left_out(text: &str, rest: u64) -> Option<AnyView> {
    let words = (rest > 0).then(|| tn(text, number(rest)))?;
    Some(view! { <p class="quiet left-out">{words}</p> }.into_any())
}

fn rest(page: &Page) -> u64 {
    page.total.saturating_sub(page.entries.len() as u64)
}

/// A count in the form that texts take.
pub fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A link that looks like the main button of a page.
pub fn action(href: String, sign: Icon, words: String) -> AnyView {
    view! { <a class="ds-button" href=href>{icon(sign)} {words}</a> }.into_any()
}
