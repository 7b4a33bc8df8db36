//! Whether everything is sent: a quiet chip, which opens the explanation.

use domain::views::Status;
use leptos::prelude::*;

use crate::app::later;
use crate::app::session::app;
use crate::app::sync::standing::{Standing, briefly, count, percent, standing};
use crate::kit::dialog::Dialog;
use crate::kit::erased::{dynamic, effect, press};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{t, tn, tv};

/// The chip.
#[component]
pub fn SyncChip() -> impl IntoView {
    let app = app();
    let open = RwSignal::new(false);
    let face = Memo::new(move |_| app.status.with(|it| it.as_ref().map(face)));
    let drawn = move || {
        face.get().map(|(sign, class, words)| {
            view! { <span class=class>{icon(sign)} <span>{words}</span></span> }.into_any()
        })
    };
    // In the side bar the chip stays when a link in the dialog leaves the page.
    effect(move || {
        app.path.track();
        open.set(false);
    });
    view! {
        <button type="button" class="sync" on:click=press(move || open.set(true))>
            {dynamic(drawn)}
        </button>
        <Dialog open title=t("sync-title")>
            {dynamic(move || open.get().then(|| later::part("sync", ())))}
        </Dialog>
    }
}

/// Its icon, its colour, and the state in a few words.
pub fn face(status: &Status) -> (Icon, &'static str, String) {
    let waiting = count(status.waiting);
    match standing(status) {
        Standing::Starting => (Icon::Sync, "done", t("sync-never")),
        Standing::Fetching => {
            (Icon::Sync, "grey", tv("sync-fetching", &[("percent", &percent(status))]))
        }
        Standing::Sent => (Icon::Check, "done", sent(status)),
        Standing::Waiting => (Icon::Sync, "grey", tn("sync-waiting", waiting)),
        Standing::Offline if waiting == 0 => (Icon::Offline, "grey", t("sync-offline")),
        Standing::Offline => (Icon::Offline, "grey", tn("sync-waiting-offline", waiting)),
        Standing::Unsent => {
            (Icon::Warning, "warm", tv("sync-failed", &[("why", &briefly(status))]))
        }
        Standing::Unfetched => {
            (Icon::Warning, "warm", tv("sync-not-fetched", &[("why", &briefly(status))]))
        }
    }
}

fn sent(status: &Status) -> String {
    let when = status
        .synced
        .map(|at| if format::days_since(at) == 0 { format::time(at) } else { format::recent(at) });
    when.map(|when| tv("sync-all-sent", &[("when", &when)])).unwrap_or_default()
}
