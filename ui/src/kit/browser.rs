//! The browser's timers, its frames, and a little storage for this device alone.

use std::time::Duration;

/// The browser's window; this code runs nowhere else.
pub fn window() -> web_sys::Window {
    leptos::prelude::window()
}

/// Waits.
pub async fn sleep(time: Duration) {
    let millis = i32::try_from(time.as_millis()).unwrap_or(i32::MAX);
    until(|resolve, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis);
    })
    .await;
}

/// Waits until the page is painted.
pub async fn painted() {
    until(|resolve, _| {
        let _ = window().request_animation_frame(&resolve);
    })
    .await;
    sleep(Duration::ZERO).await;
}

async fn until(mut settle: impl FnMut(js_sys::Function, js_sys::Function)) {
    let _ = wasm_bindgen_futures::JsFuture::from(js_sys::Promise::new(&mut settle)).await;
}

/// A setting of this device that holds nothing personal.
pub fn stored(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(name).ok()?
}

/// Stores such a setting.
pub fn store(name: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(name, value);
    }
}

/// Marks in the browser's timeline that a point is reached; `cargo xtask bench` reads the marks.
pub fn mark(reached: &str) {
    if let Some(timeline) = window().performance() {
        let _ = timeline.mark(reached);
    }
}
