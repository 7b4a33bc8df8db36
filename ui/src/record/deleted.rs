//! A note that a record is deleted: by whom, when, and a button to restore it.

use domain::Id;
use domain::calls::Restore;
use domain::entry::Entry;
use leptos::prelude::*;

use crate::app::api;
use crate::app::session::app;
use crate::kit::erased::{press, task};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{t, tv};

/// The note on a deleted record's page, in place of its actions; none for other records.
pub fn deleted(entry: &Entry) -> Option<AnyView> {
    entry.deleted.then(|| {
        view! {
            <div class="callout deleted" role="status">
                {icon(Icon::Bin)}
                <div class="stack">
                    <p>{by_whom(entry)}</p>
                    {restore(entry.id)}
                </div>
            </div>
        }
        .into_any()
    })
}

/// `Slettet av Bjørn i går`.
pub fn by_whom(entry: &Entry) -> String {
    let who = Some(entry.changed.by.clone()).filter(|it| !it.is_empty());
    let who = who.unwrap_or_else(|| t("someone"));
    tv("bin-deleted", &[("who", &who), ("when", &format::recent(entry.changed.at))])
}

/// The button that restores a record.
pub fn restore(id: Id) -> AnyView {
    let app = app();
    let busy = RwSignal::new(false);
    let restore = press(move || {
        busy.set(true);
        task(async move {
            match api::call(Restore { id }).await {
                Ok(saved) => app.say(t("bin-restored"), saved.group),
                Err(fault) => app.fail(&fault),
            }
            // The change may already have drawn the page again.
            let _ = busy.try_set(false);
        });
    });
    view! {
        <button
            type="button"
            class="ds-button restore"
            data-variant="secondary"
            prop:disabled=busy
            on:click=restore
        >
            {icon(Icon::Undo)}
            {t("bin-restore")}
        </button>
    }
    .into_any()
}
