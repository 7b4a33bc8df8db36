//! Whether everything is sent: a quiet chip, and behind it the explanation.

use domain::Fault;
use domain::calls;
use domain::views::Status;
use leptos::prelude::*;

use crate::api;
use crate::components::dialog::Dialog;
use crate::components::icon::{Icon, icon};
use crate::format;
use crate::lean::{dynamic, press, task, words};
use crate::state::{App, app};
use crate::text::{self, t, tn, tv};

/// The chip.
#[component]
pub fn SyncChip() -> impl IntoView {
    let app = app();
    let open = RwSignal::new(false);
    let standing = Memo::new(move |_| app.status.with(|it| it.as_ref().map(standing)));
    let face = move || {
        standing.get().map(|(sign, class, words)| {
            view! { <span class=class>{icon(sign)} <span>{words}</span></span> }.into_any()
        })
    };
    view! {
        <button type="button" class="sync" on:click=press(move || open.set(true))>
            {dynamic(face)}
        </button>
        <Dialog open title=t("sync-title")>
            <SyncDetails />
        </Dialog>
    }
}

/// What the chip stands for, in whole sentences, and an offer to try.
#[component]
pub fn SyncDetails() -> impl IntoView {
    let app = app();
    let lines = move || app.status.get().map(|it| explanation(&it));
    let busy = Memo::new(move |_| app.status.with(|it| it.as_ref().is_some_and(|it| it.syncing)));
    let offer = move || if busy.get() { t("sync-trying") } else { t("sync-try") };
    view! {
        <div class="stack" aria-live="polite">
            {dynamic(lines)}
            <button type="button" class="ds-button" prop:disabled=busy on:click=press(move || attempt(app))>
                {icon(Icon::Sync)}
                {words(offer)}
            </button>
        </div>
    }
}

fn attempt(app: App) {
    task(async move {
        match api::call(calls::Sync {}).await {
            Ok(status) => app.stand(status),
            Err(fault) => app.fail(&fault),
        }
    });
}

fn standing(status: &Status) -> (Icon, &'static str, String) {
    let waiting = i64::try_from(status.waiting).unwrap_or(i64::MAX);
    match (&status.trouble, waiting) {
        (Some(Fault::Offline), 0) => (Icon::Offline, "grey", t("sync-offline")),
        (Some(Fault::Offline), n) => (Icon::Offline, "grey", tn("sync-waiting-offline", n)),
        (Some(fault), _) => {
            let why = text::fault_briefly(fault);
            (Icon::Warning, "warm", tv("sync-failed", &[("why", &why)]))
        }
        (None, 1..) => (Icon::Sync, "grey", tn("sync-waiting", waiting)),
        (None, _) if status.synced.is_none() => (Icon::Sync, "done", t("sync-never")),
        (None, _) => (Icon::Check, "done", sent(status)),
    }
}

fn sent(status: &Status) -> String {
    match status.synced {
        None => String::new(),
        Some(at) if format::days_since(at) == 0 => {
            tv("sync-all-sent", &[("when", &format::time(at))])
        }
        Some(at) => tv("sync-all-sent", &[("when", &format::recent(at))]),
    }
}

fn explanation(status: &Status) -> AnyView {
    let waiting = i64::try_from(status.waiting).unwrap_or(i64::MAX);
    let first = match &status.trouble {
        Some(Fault::Offline) => t("sync-explain-offline"),
        Some(fault) => text::fault(fault),
        None if waiting > 0 => t("sync-explain-waiting"),
        None => t("sync-explain-sent"),
    };
    let last = status.synced.map(|at| tv("sync-last", &[("when", &format::moment(at))]));
    view! {
        <p>{first}</p>
        <p>{tn("sync-count", waiting)}</p>
        <p class="quiet">{last}</p>
    }
    .into_any()
}
