//! Reminders by the system's notifications: which ones are wanted, whether the system allows them, and how
//! one is shown. A reminder never has content, because other people can see the screen.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Notification, NotificationPermission, ServiceWorkerRegistration};

use crate::kit::browser::{store, stored, window};

/// What one can be reminded of: the names of the texts, and of the choices kept.
pub const SORTS: [&str; 3] = ["remind-appointment", "remind-due", "remind-answer"];

/// Whether the system lets us remind.
pub fn allowed() -> bool {
    available() && Notification::permission() == NotificationPermission::Granted
}

/// Whether there is anything to remind with.
pub fn available() -> bool {
    js_sys::Reflect::has(&js_sys::global(), &"Notification".into()).unwrap_or(false)
}

/// Asks the system to let us remind.
pub async fn allow() -> bool {
    if let Ok(asked) = Notification::request_permission() {
        let _ = JsFuture::from(asked).await;
    }
    allowed()
}

/// Whether one wants to be reminded of that; yes, unless one said no.
pub fn wanted(sort: &str) -> bool {
    stored(sort).as_deref() != Some("off")
}

/// Says whether one wants to.
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
