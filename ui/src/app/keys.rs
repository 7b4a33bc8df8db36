//! Single keys for those who sit at a desk: n, /, g and a letter, ?, Esc.

use std::time::Duration;

use leptos::ev::keydown;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use crate::app::navigation;
use crate::app::session::app;
use crate::kit::browser::window;

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Go(&'static str),
    Await,
    Help,
    New,
    Back,
}

/// Every key sequence and the text that explains it, for the help.
pub const KEYS: [(&str, &str); 11] = [
    ("n", "keys-new"),
    ("/", "keys-search"),
    ("g i", "keys-today"),
    ("g b", "keys-residents"),
    ("g a", "keys-activities"),
    ("g s", "keys-cases"),
    ("g p", "keys-partners"),
    ("g m", "keys-more"),
    ("?", "keys-help"),
    ("Esc", "keys-back"),
    ("Ctrl + Enter", "keys-save"),
];

/// Listens for keys until the shell is gone; `help` opens the list of them, `new` what can be
/// noted down.
pub fn listen(help: impl Fn() + 'static, new: impl Fn() + 'static) {
    let (app, back) = (app(), navigation::back());
    let after_g = RwSignal::new(false);
    let listener = window_event_listener(keydown, move |event| {
        let was_after_g = after_g.get_untracked();
        after_g.set(false);
        if !app.keys.get_untracked() || !is_ours(&event) {
            return;
        }
        let Some(deed) = deed(&event.key(), was_after_g) else { return };
        event.prevent_default();
        match deed {
            Deed::Go(path) => navigation::go(app.path, path),
            Deed::Await => {
                after_g.set(true);
                set_timeout(move || after_g.set(false), Duration::from_millis(1500));
            }
            Deed::Help => help(),
            Deed::New => new(),
            Deed::Back => back(),
        }
    });
    on_cleanup(move || listener.remove());
}

fn deed(key: &str, after_g: bool) -> Option<Deed> {
    Some(match (key, after_g) {
        ("i", true) => Deed::Go("/"),
        ("b", true) => Deed::Go("/beboere"),
        ("a", true) => Deed::Go("/aktiviteter"),
        ("s", true) => Deed::Go("/saker"),
        ("p", true) => Deed::Go("/partnere"),
        ("m", true) => Deed::Go("/mer"),
        ("n", false) => Deed::New,
        ("/", false) => Deed::Go("/sok"),
        ("g", false) => Deed::Await,
        ("?", false) => Deed::Help,
        ("Escape", false) => Deed::Back,
        _ => return None,
    })
}

/// Keys with a modifier belong to the browser; keys in a field, to the text; and an
/// open dialog keeps its own.
fn is_ours(event: &KeyboardEvent) -> bool {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented() {
        return false;
    }
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let in_field = target.is_some_and(|it| it.matches("input, textarea, select").unwrap_or(false));
    if in_field && event.key() == "Escape" {
        leave_field();
    }
    let in_dialog = window()
        .document()
        .is_some_and(|it| it.query_selector("dialog[open]").is_ok_and(|it| it.is_some()));
    !in_field && !in_dialog
}

/// Esc in a field leaves the field; the next one leaves the page.
fn leave_field() {
    let active = window().document().and_then(|it| it.active_element());
    if let Some(field) = active.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = field.blur();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_goes_somewhere_only_after_g() {
        assert_eq!(deed("b", true), Some(Deed::Go("/beboere")));
        assert_eq!(deed("b", false), None);
        assert_eq!(deed("n", false), Some(Deed::New));
        assert_eq!(deed("n", true), None);
    }
}
