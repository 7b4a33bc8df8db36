//! Keyboard shortcuts of one key: n, /, g and a letter, ?, Esc.

use std::time::Duration;

use leptos::ev::keydown;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use crate::app::session::app;
use crate::app::{navigation, router};
use crate::kit::browser::window;

/// The key that opens the search.
pub const SEARCH: &str = "/";
/// The shortcuts that the help lists before those of pages, each with its text.
const BEFORE: [(&str, &str); 2] = [("n", "keys-new"), (SEARCH, "keys-search")];
/// The shortcuts that it lists after them.
const AFTER: [(&str, &str); 3] =
    [("?", "keys-help"), ("Esc", "keys-back"), ("Ctrl + Enter", "keys-save")];

/// The action of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Action {
    Go(&'static str),
    Await,
    Help,
    New,
    Back,
}

/// Every key sequence and the text that explains it, for the help.
pub fn explained() -> Vec<(String, &'static str)> {
    let pages = router::pages().filter_map(|page| page.key);
    let pages = pages.map(|(letter, words)| (format!("g {letter}"), words));
    let own = |(keys, words): &(&str, &'static str)| ((*keys).to_owned(), *words);
    BEFORE.iter().map(own).chain(pages).chain(AFTER.iter().map(own)).collect()
}

/// Listens for keys until the layout is removed. `help` opens the list of shortcuts, `new` the menu
/// of new records.
pub fn listen(help: impl Fn() + 'static, new: impl Fn() + 'static) {
    let (app, back) = (app(), navigation::back());
    let after_g = RwSignal::new(false);
    let listener = window_event_listener(keydown, move |event| {
        let was_after_g = after_g.get_untracked();
        after_g.set(false);
        if !app.keys.get_untracked() || !is_ours(&event) {
            return;
        }
        let Some(action) = action(&event.key(), was_after_g) else { return };
        event.prevent_default();
        match action {
            Action::Go(path) => navigation::go(app.path, path),
            Action::Await => {
                after_g.set(true);
                set_timeout(move || after_g.set(false), Duration::from_millis(1500));
            }
            Action::Help => help(),
            Action::New => new(),
            Action::Back => back(),
        }
    });
    on_cleanup(move || listener.remove());
}

fn action(key: &str, after_g: bool) -> Option<Action> {
    Some(match (key, after_g) {
        (letter, true) => Action::Go(page_of(letter)?),
        ("n", false) => Action::New,
        (SEARCH, false) => Action::Go(router::named("search")?.path),
        ("g", false) => Action::Await,
        ("?", false) => Action::Help,
        ("Escape", false) => Action::Back,
        _ => return None,
    })
}

/// The path of the page that a letter opens after `g`.
fn page_of(letter: &str) -> Option<&'static str> {
    let page = router::pages().find(|page| page.key.is_some_and(|(own, _)| own == letter))?;
    Some(page.path)
}

/// Keys with a modifier belong to the browser, keys in a field to its text, and keys in an open
/// dialog to the dialog.
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

/// Esc in a field leaves the field; a second Esc leaves the page.
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
        crate::app::pages::register();
        assert_eq!(action("b", true), Some(Action::Go("/beboere")));
        assert_eq!(action("b", false), None);
        assert_eq!(action("n", false), Some(Action::New));
        assert_eq!(action("n", true), None);
    }
}
