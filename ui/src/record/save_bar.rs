//! The bar that saves, the state of the draft, the bin, and the page after saving.

use domain::Fault;
use domain::calls::Delete;
use domain::entry::Entry;
use leptos::prelude::*;

use crate::app::session::{App, app};
use crate::app::{api, link, navigation};
use crate::kit::erased::{dynamic, press, task, words};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{t, tv};
use crate::record::form::{Form, Kept};
use crate::record::pin::pin;
use crate::record::problems;

/// The bar with the button that saves.
#[component]
pub fn SaveBar(
    /// What it saves.
    form: Form,
) -> impl IntoView {
    let offer = move || if form.saving.get() { t("form-saving") } else { t("form-save") };
    view! {
        <div class="savebar">
            <button type="submit" class="ds-button wide" prop:disabled=form.saving>{words(offer)}</button>
        </div>
    }
}

/// Returns what submitting the form does: it saves, says so, and goes back or to the record that was
/// made.
pub fn submit(form: Form) -> impl Fn() + Clone + 'static {
    let (app, back) = (app(), navigation::back());
    move || {
        if form.saving.get_untracked() {
            return;
        }
        let (back, made) = (back.clone(), untrack(|| form.is_new()));
        task(async move {
            match form.save().await {
                Ok(saved) => {
                    let page = link::to(form.kind.name, form.id);
                    if made && has_next_step(app, &saved.entry) {
                        app.saved(form.kind.name, saved.group, None);
                        navigation::lead_on(app, page);
                    } else {
                        app.saved(form.kind.name, saved.group, made.then_some(page));
                        app.made.set_value(Some((form.kind.name, form.id)));
                        back();
                    }
                }
                Err(Fault::Invalid { .. }) => problems::focus_summary(),
                Err(fault) => app.fail(&fault),
            }
        });
    }
}

/// Whether the user continues on the page of the record that was made. A referral must be sent, and
/// after an acute incident a call must be made. A record that was begun on the page of another is listed
/// there; any other would be out of sight. A kind without a page has none to go to, and a record that
/// another form waits for goes back to that form.
fn has_next_step(app: App, made: &Entry) -> bool {
    let awaited = app.wanted.with_value(|it| it.is_some_and(|it| it.kind == made.kind));
    let of_another = [link::RESIDENT, link::FROM].iter().any(|it| navigation::query(it).is_some());
    let begun_there = of_another && app.trail.with_value(|it| link::lists(it.iter().rev().nth(1)));
    let stage = domain::kind(&made.kind).and_then(|it| it.stage(&made.fields));
    let urgent = stage.is_some_and(|it| it.is_urgent() || it.waits_for_no_day());
    urgent || (link::has_page(&made.kind) && !awaited && !begun_there)
}

/// Saves the form and opens a form for a new record that is made from it.
pub fn go_on(form: Form, kind: &'static str) {
    let app = app();
    if form.saving.get_untracked() {
        return;
    }
    task(async move {
        match form.save().await {
            Ok(saved) => {
                app.saved(form.kind.name, saved.group, None);
                navigation::lead_on(app, link::new_from(kind, form.id));
            }
            Err(Fault::Invalid { .. }) => problems::focus_summary(),
            Err(fault) => app.fail(&fault),
        }
    });
}

/// The state of the draft in words, which screen readers announce when they change.
pub fn draft_state(form: Form) -> AnyView {
    let words = move || match form.kept.get() {
        Kept::Untouched | Kept::Typing => None,
        Kept::Safe => Some((Icon::Draft, t("form-draft-kept"))),
        Kept::Failed => Some((Icon::Warning, t("form-draft-failed"))),
    };
    let show = move || words().map(|(sign, words)| view! { {icon(sign)} <span>{words}</span> });
    view! { <p class="draft" role="status">{dynamic(show)}</p> }.into_any()
}

/// The buttons that throw away the draft or the record.
#[component]
pub fn OtherWaysOut(
    /// The form.
    form: Form,
) -> impl IntoView {
    let drafted = move || matches!(form.kept.get(), Kept::Safe | Kept::Typing);
    let stands = move || !form.is_new() && !form.base.with(|it| it.deleted);
    let drop_it = move || drafted().then(|| way_out(form, DRAFT));
    // A value of a list is hidden instead: records that have it go on naming it.
    let listed = form.kind.is_listed();
    let delete_it = move || (stands() && !listed).then(|| way_out(form, RECORD));
    let pin_it = move || stands().then(|| pin(form.kind, form.id));
    view! { <div class="ways-out">{dynamic(drop_it)} {dynamic(delete_it)} {dynamic(pin_it)}</div> }
}

/// A button that throws something away.
#[derive(Debug, Clone, Copy)]
struct WayOut {
    sign: Icon,
    colour: &'static str,
    words: &'static str,
    /// Whether it deletes the record, or only the draft.
    record: bool,
}

const DRAFT: WayOut =
    WayOut { sign: Icon::Close, colour: "neutral", words: "form-drop-draft", record: false };
const RECORD: WayOut =
    WayOut { sign: Icon::Bin, colour: "danger", words: "form-delete", record: true };

fn way_out(form: Form, way: WayOut) -> AnyView {
    let (app, back) = (app(), navigation::back());
    let throw = press(move || {
        if form.saving.get_untracked() {
            return;
        }
        form.saving.set(true);
        let back = back.clone();
        task(async move {
            let outcome =
                if way.record { delete(app, form).await } else { drop_draft(app, form).await };
            form.saving.set(false);
            match outcome {
                Ok(()) => back(),
                Err(fault) => app.fail(&fault),
            }
        });
    });
    view! {
        <button
            type="button"
            class="ds-button"
            data-variant="tertiary"
            data-color=way.colour
            prop:disabled=form.saving
            on:click=throw
        >
            {icon(way.sign)}
            {t(way.words)}
        </button>
    }
    .into_any()
}

async fn drop_draft(app: App, form: Form) -> Result<(), Fault> {
    app.dropped(form.drop_draft().await?);
    Ok(())
}

async fn delete(app: App, form: Form) -> Result<(), Fault> {
    let saved = api::call(Delete { id: form.id, seen: Some(form.seen()) }).await?;
    form.kept.set(Kept::Untouched);
    app.say(t("toast-deleted"), saved.group);
    Ok(())
}

/// Who made the record, who changed it last, and a link to its history; nothing for a new one.
pub fn signature(form: Form) -> AnyView {
    let lines = move || {
        form.base.with(|it| {
            if it.kind.is_empty() {
                return None;
            }
            let made = signed("form-made", &it.made);
            let changed = (it.changed != it.made).then(|| signed("form-changed", &it.changed));
            let all = view! { <a href=link::history(form.id)>{t("history")}</a> };
            Some(view! { <span>{made}</span> <span>{changed}</span> {all} })
        })
    };
    view! { <p class="signature">{dynamic(lines)}</p> }.into_any()
}

fn signed(id: &str, by: &domain::entry::Signed) -> String {
    let who = if by.by.is_empty() { t("someone") } else { by.by.clone() };
    tv(id, &[("who", &who), ("when", &format::moment(by.at))])
}
