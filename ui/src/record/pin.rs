//! A note is pinned for those who come next, by one tap, and unpinned by another.

use domain::calls::{GetPinned, List, PinNote};
use domain::entry::Entry;
use domain::views::Page;
use domain::{Id, Kind, Pin, Record};
use leptos::prelude::*;

use crate::app::api;
use crate::app::query::{also, live};
use crate::app::session::app;
use crate::kit::erased::{press, task, words};
use crate::kit::icon::{Icon, icon};
use crate::kit::text::t;
use crate::record::row::row;
use crate::record::values::text;

/// The button, for a kind whose records are notes.
pub fn pin(kind: &Kind, note: Id) -> Option<AnyView> {
    kind.is_noted().then(|| button(note))
}

fn button(note: Id) -> AnyView {
    let pins = live(|| List { kind: Pin::KIND.to_owned(), limit: 500, skip: 0 });
    let pinned = Memo::new(move |_| {
        let own = |it: &Entry| text(it, Pin::NOTE).parse() == Ok(note);
        pins.with(|it| matches!(it, Some(Ok(page)) if page.entries.iter().any(own)))
    });
    let app = app();
    let act = press(move || {
        let pinned = !pinned.get_untracked();
        task(async move {
            match api::call(PinNote { note, pinned }).await {
                Ok(saved) => {
                    app.say(t(if pinned { "pin-done" } else { "pin-undone" }), saved.group);
                }
                Err(fault) => app.fail(&fault),
            }
        });
    });
    let offer = move || t(if pinned.get() { "pin-take-off" } else { "pin-put-on" });
    view! {
        <button type="button" class="ds-button" data-variant="tertiary" aria-pressed=words(move || pinned.get().to_string()) on:click=act>
            {icon(Icon::Pin)}
            {words(offer)}
        </button>
    }
    .into_any()
}

/// The pinned notes about a resident.
pub fn pinned_about(resident: Id) -> AnyView {
    also(live(move || GetPinned { about: resident }), |it| notes(&it))
}

fn notes(page: &Page) -> AnyView {
    if page.entries.is_empty() {
        return ().into_any();
    }
    let rows = page.entries.iter().map(|it| row(it, &page.names)).collect_view();
    view! {
        <section>
            <h2>{t("pin-about")}</h2>
            <ul class="card rows">{rows}</ul>
        </section>
    }
    .into_any()
}
