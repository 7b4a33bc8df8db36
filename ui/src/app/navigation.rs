//! Navigation between pages: the address bar, the browser's history, and links.

use std::cell::Cell;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, MouseEvent, UrlSearchParams};

use crate::app::router;
use crate::app::session::{App, app};

thread_local! {
    static RETURNED: Cell<bool> = const { Cell::new(false) };
}

/// Whether the user came to this page by back or forward, so that it should look as it did.
pub fn returned() -> bool {
    RETURNED.get()
}

/// The path in the address bar.
pub fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// The value of `name` in the query of the address.
pub fn query(name: &str) -> Option<String> {
    let search = window().location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// The query of the address with its question mark; empty if there is none.
pub fn question() -> String {
    window().location().search().unwrap_or_default()
}

/// Goes to a path of the app.
pub fn go(here: RwSignal<String>, path: &str) {
    arrive(here, path, false);
}

/// Goes to a path by a step that going back skips, after the current view is drawn.
pub fn lead_on(app: App, path: String) {
    request_animation_frame(move || {
        let left = app.path.get_untracked();
        app.trail.update_value(|it| {
            it.pop_if(|last| *last == left);
        });
        arrive(app.path, &path, true);
    });
}

fn arrive(here: RwSignal<String>, address: &str, replacing: bool) {
    if let Ok(history) = window().history() {
        // Refused only to a page that does so hundreds of times in seconds.
        let _ = if replacing {
            history.replace_state_with_url(&JsValue::NULL, "", Some(address))
        } else {
            history.push_state_with_url(&JsValue::NULL, "", Some(address))
        };
    }
    RETURNED.set(false);
    here.set(path());
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Goes back to the page before, or to the start page, without leaving the app.
pub fn back() -> impl Fn() + Clone + 'static {
    let app = app();
    move || {
        let history = window().history();
        match history {
            Ok(history) if app.trail.with_value(|it| it.len() > 1) => drop(history.back()),
            _ => arrive(app.path, router::first(), true),
        }
    }
}

/// Follows the browser's own navigation: its buttons, and links.
pub fn follow(here: RwSignal<String>) {
    // Both stay as long as the page does.
    let _ = window_event_listener_untyped("popstate", move |_| {
        RETURNED.set(true);
        here.set(path());
    });
    let _ = window_event_listener(leptos::ev::click, move |event| {
        if let Some(address) = within(&event) {
            event.prevent_default();
            go(here, &address);
        }
    });
}

/// The path in the app of a click on a link. Other sites, new windows and places on the same page
/// are left to the browser.
fn within(event: &MouseEvent) -> Option<String> {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    let clicked = event.target()?.dyn_into::<Element>().ok()?;
    let link = clicked.closest("a[href]").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
    let location = window().location();
    let here = Some(link.protocol()) == location.protocol().ok()
        && Some(link.host()) == location.host().ok();
    let leaves = link.has_attribute("target") || link.has_attribute("download");
    (here && !leaves && link.hash().is_empty()).then(|| link.pathname() + &link.search())
}
