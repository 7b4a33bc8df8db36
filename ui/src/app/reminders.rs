//! Reminders by the system's notifications: which ones the user wants, whether the system allows
//! them, and how one is shown. A reminder never has content, because others can see the screen.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Notification, NotificationPermission, ServiceWorkerRegistration};

use crate::kit::browser::{store, stored, window};

/// The sorts of reminders: the names of their texts and of the stored settings.
pub const SORTS: [&str; 3] = ["remind-appointment", "remind-due", "remind-answer"];

/// Whether the system allows reminders.
pub fn allowed() -> bool {
    available() && Notification::permission() == NotificationPermission::Granted
}

/// Whether the browser has notifications.
pub fn available() -> bool {
    js_sys::Reflect::has(&js_sys::global(), &"Notification".into()).unwrap_or(false)
}

/// Asks the system to allow reminders, and returns whether it does.
pub async fn allow() -> bool {
    if let Ok(asked) = Notification::request_permission() {
        let _ = JsFuture::from(asked).await;
    }
    allowed()
}

/// Whether the user wants this reminder; yes, unless they turned it off.
pub fn wanted(sort: &str) -> bool {
    stored(sort).as_deref() != Some("off")
}

/// Sets whether the user wants this reminder.
pub fn want(sort: &str, on: bool) {
    store(sort, if on { "on" } else { "off" });
}

/// Shows a reminder. On a phone only the service worker may show one.
pub async fn tell(words: &str) {
    if Notification::new(words).is_ok() {
        return;
    }
    if let Ok(ready) = window().navigator().service_worker().ready()
        && let Ok(worker) = JsFuture::from(ready).await
    {
        let shown = worker.unchecked_into::<ServiceWorkerRegistration>().show_notification(words);
        if let Ok(shown) = shown {
            let _ = JsFuture::from(shown).await;
        }
    }
}
