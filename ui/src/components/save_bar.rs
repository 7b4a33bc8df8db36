//! The bar that saves, and what belongs to saving: where the draft is, the bin, the way on.

use domain::calls::Delete;
use leptos::prelude::*;

use crate::components::icon::{Icon, icon};
use crate::components::problems;
use crate::form::{Form, Kept};
use crate::lean::{dynamic, press, task, words};
use crate::state::app;
use crate::text::{t, tv};
use crate::{api, format, link, travel};

/// The bar with the one thing to do.
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

/// What happens when the form is sent: save, say so, and go back to where one came from.
pub fn submit(form: Form) -> impl Fn() + Clone + 'static {
    let (app, back) = (app(), travel::back());
    move || {
        if form.saving.get_untracked() {
            return;
        }
        let back = back.clone();
        task(async move {
            match form.save().await {
                Ok(saved) => {
                    app.say(t("toast-saved"), saved.group);
                    back();
                }
                Err(domain::Fault::Invalid { .. }) => problems::focus_summary(),
                Err(fault) => app.fail(&fault),
            }
        });
    }
}

/// Saves the form and goes on to a new record that comes of it.
pub fn go_on(form: Form, kind: &'static str) {
    let app = app();
    if form.saving.get_untracked() {
        return;
    }
    task(async move {
        match form.save().await {
            Ok(_) => travel::lead_on(app.path, link::new_from(kind, form.id)),
            Err(domain::Fault::Invalid { .. }) => problems::focus_summary(),
            Err(fault) => app.fail(&fault),
        }
    });
}

/// Where the draft is, in words that are read out when they change.
pub fn draft_state(form: Form) -> AnyView {
    let words = move || match form.kept.get() {
        Kept::Untouched | Kept::Typing => None,
        Kept::Safe => Some((Icon::Draft, t("form-draft-kept"))),
        Kept::Failed => Some((Icon::Warning, t("form-draft-failed"))),
    };
    let show = move || words().map(|(sign, words)| view! { {icon(sign)} <span>{words}</span> });
    view! { <p class="draft" role="status">{dynamic(show)}</p> }.into_any()
}

/// The ways out other than saving: throw the draft away, or the record.
#[component]
pub fn OtherWaysOut(
    /// The form.
    form: Form,
) -> impl IntoView {
    let drafted = move || matches!(form.kept.get(), Kept::Safe | Kept::Typing);
    let drop_it = move || drafted().then(|| throw_away(form));
    let delete_it = move || (!form.is_new()).then(|| delete(form));
    view! { <div class="ways-out">{dynamic(drop_it)} {dynamic(delete_it)}</div> }
}

fn throw_away(form: Form) -> AnyView {
    let (app, back) = (app(), travel::back());
    let throw = press(move || {
        let back = back.clone();
        task(async move {
            match form.drop_draft().await {
                Ok(()) => {
                    app.say(t("toast-draft-dropped"), None);
                    back();
                }
                Err(fault) => app.fail(&fault),
            }
        });
    });
    view! {
        <button type="button" class="ds-button" data-variant="tertiary" data-color="neutral" on:click=throw>
            {icon(Icon::Close)}
            {t("form-drop-draft")}
        </button>
    }
    .into_any()
}

fn delete(form: Form) -> AnyView {
    let (app, back) = (app(), travel::back());
    let delete = press(move || {
        let back = back.clone();
        task(async move {
            match api::call(Delete { id: form.id }).await {
                Ok(saved) => {
                    form.kept.set(Kept::Untouched);
                    app.say(t("toast-deleted"), saved.group);
                    back();
                }
                Err(fault) => app.fail(&fault),
            }
        });
    });
    view! {
        <button type="button" class="ds-button" data-variant="tertiary" data-color="danger" on:click=delete>
            {icon(Icon::Bin)}
            {t("form-delete")}
        </button>
    }
    .into_any()
}

/// Who made the record and who changed it last; nothing for a new one.
pub fn signature(form: Form) -> AnyView {
    let lines = move || {
        form.base.with(|it| {
            if it.kind.is_empty() {
                return None;
            }
            let made = signed("form-made", &it.made);
            let changed = (it.changed != it.made).then(|| signed("form-changed", &it.changed));
            Some(view! { <span>{made}</span> <span>{changed}</span> })
        })
    };
    view! { <p class="signature">{dynamic(lines)}</p> }.into_any()
}

fn signed(id: &str, by: &domain::entry::Signed) -> String {
    let who = if by.by.is_empty() { t("someone") } else { by.by.clone() };
    tv(id, &[("who", &who), ("when", &format::moment(by.at))])
}
