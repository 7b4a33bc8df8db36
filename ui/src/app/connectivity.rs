//! When the network is back, the device syncs at once and repeats the fetches that failed.

use domain::calls::Sync;
use leptos::prelude::{
    GetUntracked, Track, Update, document, untrack, window_event_listener_untyped,
};

use crate::app::api;
use crate::app::session::App;
use crate::kit::erased::{effect, task};

/// Syncs and counts `reconnected` when the browser is online again, for as long as the app runs.
/// Syncs when the app comes to the front, too.
pub fn seek(app: App) {
    for moment in ["online", "visibilitychange"] {
        window_event_listener_untyped(moment, move |event| {
            let online = event.type_() == "online";
            if online {
                app.reconnected.update(|it| *it += 1);
            }
            if online || !document().hidden() {
                task(async { drop(api::ask(api::request(Sync {})).await) });
            }
        });
    }
}

/// Calls `again` whenever the browser is online again and `failed` returns true.
pub fn retry(app: App, failed: impl Fn() -> bool + 'static, again: impl Fn() + 'static) {
    effect(move || {
        app.reconnected.track();
        if app.reconnected.get_untracked() > 0 && untrack(&failed) {
            untrack(&again);
        }
    });
}
