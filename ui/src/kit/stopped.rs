//! What happens when a panic stops the interface, or the core in its worker: a page in plain JavaScript
//! says that nothing is lost and hands out a report (`static/stopped.js`).

use wasm_bindgen::prelude::*;

use crate::kit::text::t;

#[wasm_bindgen]
extern "C" {
    /// Shows that page.
    #[wasm_bindgen(js_namespace = window)]
    pub fn stopped(report: &str);

    /// Keeps the texts for it: after a panic no Rust can be asked.
    #[wasm_bindgen(js_namespace = window, js_name = lastWords)]
    fn last_words(texts: Vec<String>);
}

/// The texts of the page, in the order in which it takes them.
const TEXTS: [&str; 6] = [
    "stopped-title",
    "stopped-safe",
    "stopped-reload",
    "stopped-report",
    "stopped-copy",
    "stopped-save",
];

/// Has each panic show the page.
pub fn watch() {
    std::panic::set_hook(Box::new(|panic| stopped(&domain::stop::report("ui", panic))));
}

/// Hands over the texts of the chosen language.
pub fn teach() {
    last_words(TEXTS.map(t).to_vec());
}
