//! A record that was deleted and edited at once: it is kept until a person decides.

use domain::calls::{Delete, Restore};
use domain::change::DELETED;
use domain::entry::{Choice, Entry};
use domain::views::Saved;
use domain::{Fault, Id};
use leptos::prelude::*;

use crate::app::api;
use crate::app::session::app;
use crate::kit::erased::{press, task};
use crate::kit::format;
use crate::kit::text::{t, tv};
use crate::record::conflicts::versions::author;

/// The question, if a record waits for an answer; `settled` gets the record after the answer.
pub fn outlived(
    id: Id,
    conflicts: &[Choice],
    settled: impl Fn(&Entry) + Copy + 'static,
) -> Option<AnyView> {
    let choice = conflicts.iter().find(|it| it.field == DELETED)?;
    let [edit, deletion] = &choice.versions[..] else { return None };
    let (who, when) = (author(deletion), format::recent(deletion.signed.at));
    let (other, later) = (author(edit), format::recent(edit.signed.at));
    let lead = [("who", &*who), ("when", &*when), ("other", &*other), ("later", &*later)];
    let view = view! {
        <section class="conflict">
            <h2>{t("outlived-title")}</h2>
            <p>{tv("outlived-lead", &lead)}</p>
            <div class="two">{ways(id, settled)}</div>
        </section>
    };
    Some(view.into_any())
}

fn ways(id: Id, settled: impl Fn(&Entry) + Copy + 'static) -> AnyView {
    let (app, busy) = (app(), RwSignal::new(false));
    let done = move |saved: Result<Saved, Fault>, words: &str| {
        match saved {
            Ok(saved) => {
                app.say(t(words), saved.group);
                settled(&saved.entry);
            }
            Err(fault) => app.fail(&fault),
        }
        // The change may already have drawn the page again.
        let _ = busy.try_set(false);
    };
    let keep = press(move || {
        busy.set(true);
        task(async move { done(api::call(Restore { id }).await, "outlived-kept") });
    });
    let delete = press(move || {
        busy.set(true);
        task(async move { done(api::call(Delete { id, seen: None }).await, "toast-deleted") });
    });
    view! {
        <button type="button" class="ds-button" data-variant="secondary" prop:disabled=busy on:click=delete>
            {t("form-delete")}
        </button>
        <button type="button" class="ds-button" prop:disabled=busy on:click=keep>
            {t("outlived-keep")}
        </button>
    }
    .into_any()
}
