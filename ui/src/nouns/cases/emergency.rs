//! Norway's emergency numbers, one tap from calling, and the buttons that record such a call.

use domain::calls::{self, GetDraft, KeepDraft, Save};
use domain::entry::Entry;
use domain::kinds::Seriousness;
use domain::views::Saved;
use domain::{Fault, Id, Incident};
use leptos::prelude::*;

use crate::app::api;
use crate::app::session::app;
use crate::kit::erased::{press, task};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::phone::tel;
use crate::kit::text::{t, tv};
use crate::record::form::{Form, only};
use crate::record::values::text;

/// Norway's emergency numbers (nodnett.no), each with its text.
const EMERGENCY: [(&str, &str); 3] =
    [("110", "case-fire"), ("112", "case-police"), ("113", "case-ambulance")];
/// The field with the actions that the team took.
const ACTIONS: &str = Incident::ACTIONS;

/// The buttons that record, among the actions, that a number was called.
pub fn called_numbers(id: Id) -> AnyView {
    let app = app();
    let chip = |(number, _): (&'static str, &str)| {
        let note = press(move || {
            let at = format::time(format::now());
            let said = tv("case-called-at", &[("number", number), ("time", &at)]);
            task(async move {
                match add_action(id, &said).await {
                    Ok(Some(saved)) => app.say(said, saved.group),
                    // A line below one of two versions would choose that version.
                    Ok(None) => app.say(t("conflict-notice"), None),
                    Err(fault) => app.fail(&fault),
                }
            });
        });
        let words = tv("case-called", &[("number", number)]);
        view! { <button type="button" class="chip" on:click=note>{words}</button> }
    };
    view! { <div class="chips">{EMERGENCY.map(chip).collect_view()}</div> }.into_any()
}

/// Adds a line below the actions so far, unless a person must choose between their versions. A
/// draft in which the user has begun to write the actions stays as it is.
async fn add_action(id: Id, line: &str) -> Result<Option<Saved>, Fault> {
    let page = api::call(calls::Get { id }).await?;
    let entry = page.entries.into_iter().next().ok_or(Fault::NotFound)?;
    if entry.conflicts.iter().any(|it| it.field == ACTIONS) {
        return Ok(None);
    }
    let draft = api::call(GetDraft { id }).await?.filter(|it| it.fields.contains_key(ACTIONS));
    let actions = format!("{}\n{line}", text(&entry, ACTIONS));
    let fields = only(ACTIONS, actions.trim_start());
    let saved = api::call(Save { entry: Entry { fields, ..entry } }).await?;
    if let Some(draft) = draft {
        api::call(KeepDraft { draft }).await?;
    }
    Ok(Some(saved))
}

/// The emergency numbers above a form, while its incident is acute.
pub fn while_acute(form: Form) -> Option<AnyView> {
    (form.text(Incident::SERIOUSNESS) == Seriousness::Acute.name()).then(emergency)
}

/// The emergency numbers, one tap from calling.
pub fn emergency() -> AnyView {
    let numbers = EMERGENCY.map(|(number, who)| {
        view! { <a href=tel(number)>{icon(Icon::Phone)} <b>{number}</b> <span>{t(who)}</span></a> }
    });
    view! { <div class="emergency">{numbers.collect_view()}</div> }.into_any()
}
