//! Keys in a list with a search field: the arrows move focus between the field and the hits, and
//! Enter in the field moves it to the first hit.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// The element around a field and its hits.
const AROUND: &str = ".along";
/// The field, and the link or button of each hit.
const STOPS: &str = "input[type=search], .rows .fill";

/// Handles the keys.
pub fn arrows() -> Box<dyn FnMut(KeyboardEvent)> {
    Box::new(|event| {
        let plain =
            !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing());
        if plain && step(&event) == Some(true) {
            event.prevent_default();
        }
    })
}

/// Moves focus as the key says, and returns whether it did.
fn step(event: &KeyboardEvent) -> Option<bool> {
    let here = document().active_element()?;
    let around = here.closest(AROUND).ok()??;
    let all = around.query_selector_all(STOPS).ok()?;
    let stop = |at: u32| all.get(at)?.dyn_into::<HtmlElement>().ok();
    let at = (0..all.length()).find(|at| stop(*at).is_some_and(|it| *here == **it))?;
    let in_field = here.matches("input").unwrap_or_default();
    let next = match event.key().as_str() {
        "ArrowDown" => at.checked_add(1),
        "ArrowUp" => at.checked_sub(1),
        // A form has its own use for Enter.
        "Enter" if in_field && here.closest("form").ok()?.is_none() => at.checked_add(1),
        _ => None,
    };
    Some(stop(next?)?.focus().is_ok())
}
