//! The state of sync in whole sentences, and a button to try again.

use std::time::Duration;

use domain::Fault;
use domain::calls::{GetStatus, Sync};
use domain::views::Status;
use leptos::prelude::*;

use crate::app::session::{App, app};
use crate::app::sync::chip::face;
use crate::app::sync::conflict_count;
use crate::app::sync::standing::{Standing, at_length, count, is_over, standing};
use crate::app::{api, router};
use crate::kit::browser::sleep;
use crate::kit::erased::{dynamic, press, task, words};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{self, t, tn, tnv, tv};

/// How often the status is read during an attempt.
const LOOK: Duration = Duration::from_millis(250);
/// Reads that an attempt has for beginning.
const BEGINNING: u32 = 4;
/// Reads after which the attempt is called slow.
const PATIENCE: u32 = 80;

/// The details.
pub fn sync_details() -> AnyView {
    let app = app();
    let lines =
        Memo::new(move |_| app.status.with(|it| it.as_ref().map(lines).unwrap_or_default()));
    let told = move || lines.get().into_iter().map(|it| view! { <p>{it}</p> }).collect_view();
    view! {
        <div class="stack">
            <div class="stack" aria-live="polite">{dynamic(told)}</div>
            {choices(app)}
            {offer(app)}
        </div>
    }
    .into_any()
}

/// The state, the number of changes that wait, and the time of the last sync.
fn lines(status: &Status) -> Vec<String> {
    let first = match (standing(status), &status.trouble) {
        (Standing::Offline, _) => t("sync-explain-offline"),
        (_, Some(fault)) => at_length(fault),
        (Standing::Starting, None) => t("sync-explain-starting"),
        (Standing::Fetching, None) => t("sync-explain-fetching"),
        (Standing::Sent, None) => t("sync-explain-sent"),
        (_, None) => t("sync-explain-waiting"),
    };
    let last = match status.synced {
        Some(at) => tv("sync-last", &[("when", &format::recent(at))]),
        None => t("sync-last-never"),
    };
    let odd = [
        ("sync-unread", status.unread),
        ("sync-clock", status.clock_off),
        ("sync-ahead", status.ahead),
    ];
    let odd = odd.into_iter().filter(|(_, number)| *number > 0).map(|(id, it)| tn(id, count(it)));
    let salvaged = status
        .salvaged
        .iter()
        .map(|it| tnv("sync-salvaged", count(it.unread), &[("kept", &it.kept)]));
    let usual = [first, tn("sync-count", count(status.waiting)), last].into_iter();
    usual.chain(salvaged).chain(odd).collect()
}

/// A link to the records that wait for a choice between versions.
fn choices(app: App) -> AnyView {
    let waiting = Memo::new(move |_| conflict_count::count(app));
    dynamic(move || {
        let count = Some(waiting.get()).filter(|it| *it > 0)?;
        Some(
            view! { <a class="ds-button" data-variant="secondary" href=router::path("versions")>{icon(Icon::Copy)} {tn("sync-conflicts", count)}</a> },
        )
    })
}

/// The button, and the outcome of pressing it.
fn offer(app: App) -> AnyView {
    let trying = RwSignal::new(false);
    let outcome = RwSignal::new(String::new());
    let name = move || if trying.get() { t("sync-trying") } else { t("sync-try") };
    let press = press(move || {
        if trying.get_untracked() {
            return;
        }
        trying.set(true);
        outcome.set(String::new());
        task(async move {
            let came_of_it = attempt(app).await;
            // The user may have closed the dialog meanwhile.
            let _ = trying.try_set(false);
            let _ = outcome.try_set(came_of_it.map_or_else(|it| text::fault(&it), |it| told(&it)));
        });
    });
    view! {
        <button type="button" class="ds-button" on:click=press>
            {icon(Icon::Sync)}
            {words(name)}
        </button>
        <p class="outcome" role="status">{outcome}</p>
    }
    .into_any()
}

/// Sends and fetches everything, and returns the status when that is over.
async fn attempt(app: App) -> Result<Status, Fault> {
    let before = api::call(Sync {}).await?;
    let mut now = before.clone();
    for look in 0..PATIENCE {
        sleep(LOOK).await;
        now = api::call(GetStatus {}).await?;
        app.stand(now.clone());
        if is_over(&before, &now, look >= BEGINNING) {
            break;
        }
    }
    Ok(now)
}

/// The outcome of an attempt, in words.
fn told(status: &Status) -> String {
    match standing(status) {
        _ if status.syncing => t("sync-came-slow"),
        Standing::Sent => t("sync-came-sent"),
        Standing::Offline => t("sync-came-offline"),
        Standing::Unsent | Standing::Unfetched => face(status).2,
        Standing::Starting | Standing::Fetching | Standing::Waiting => t("sync-came-slow"),
    }
}
