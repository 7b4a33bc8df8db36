//! Notes about a form or sheet that was begun and not saved, and about edits made since.

use domain::Id;
use domain::calls::GetDraft;
use domain::views::{Draft, Page};
use leptos::prelude::*;

use crate::app::query::{Answer, live};
use crate::app::{link, navigation};
use crate::kit::erased::{dynamic, effect, press};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{t, tv};
use crate::record::conflicts::VERSIONS;

/// The note on a record's page about its draft; `resume` opens the sheet it was written on.
pub fn draft_note(id: Id, resume: impl Fn(&str) + Copy + Send + 'static) -> AnyView {
    let draft = live(move || GetDraft { id });
    let waits = Memo::new(move |_| draft.with(|it| it.as_ref()?.as_ref().ok()?.clone()));
    // A draft on the sheet of versions is shown on the page anyway.
    let elsewhere = move || waits.get().filter(|it| it.sheet != VERSIONS.name);
    dynamic(move || elsewhere().map(|it| note(&it, resume)))
}

fn note(draft: &Draft, resume: impl Fn(&str) + 'static) -> AnyView {
    let sheet = draft.sheet.clone();
    let way = if sheet.is_empty() {
        let href = link::draft(draft);
        view! { <a class="ds-button" data-variant="secondary" href=href>{t("draft-go-on")}</a> }
            .into_any()
    } else {
        let go = press(move || resume(&sheet));
        view! { <button type="button" class="ds-button" data-variant="secondary" on:click=go>{t("draft-go-on")}</button> }
            .into_any()
    };
    let words = tv("draft-waits", &[("when", &format::recent(draft.kept))]);
    view! {
        <div class="callout calm">
            {icon(Icon::Draft)} <div class="stack">
                <p>{words} " " {overtaken(draft)}</p>
                {way}
            </div>
        </div>
    }
    .into_any()
}

/// The note in a form that continues a draft of a record.
pub fn resumed(draft: &Draft) -> AnyView {
    let words = tv("draft-going-on", &[("when", &format::recent(draft.kept))]);
    view! { <p class="callout calm" role="status">{icon(Icon::Draft)} <span>{words} " " {overtaken(draft)}</span></p> }
        .into_any()
}

fn overtaken(draft: &Draft) -> Option<String> {
    let by = draft.overtaken.as_ref()?;
    let who = if by.by.is_empty() { t("someone") } else { by.by.clone() };
    Some(tv("draft-overtaken", &[("who", &who), ("when", &format::recent(by.at))]))
}

/// Opens the sheet that is named in the address, once the record is there.
pub fn reopen_sheet(record: Answer<Page>, resume: impl Fn(&str) + 'static) {
    let wanted = StoredValue::new(navigation::query(link::SHEET));
    effect(move || {
        let there = record.with(|it| matches!(it, Some(Ok(_))));
        let sheet = there.then(|| wanted.try_update_value(Option::take));
        if let Some(sheet) = sheet.flatten().flatten() {
            resume(&sheet);
        }
    });
}
