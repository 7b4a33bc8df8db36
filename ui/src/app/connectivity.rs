//! When the network is back, or the app is in front again, nobody waits for the next try to see what
//! colleagues did, or for theirs to be sent.

use domain::calls::Sync;
use leptos::prelude::{document, window_event_listener_untyped};

use crate::app::api;
use crate::kit::erased::task;

/// Has everything sent and fetched at such moments, for as long as the app runs.
pub fn seek() {
    for moment in ["online", "visibilitychange"] {
        window_event_listener_untyped(moment, |event| {
            if event.type_() == "online" || !document().hidden() {
                task(async { drop(api::ask(api::request(Sync {})).await) });
            }
        });
    }
}
