//! A field that two people wrote without seeing each other's edit: all versions side by side in the
//! field's place, for a person to choose one, keep both, or combine them.

pub mod delete_conflict;
pub mod page;
pub mod versions;
pub mod writing;

use domain::Id;
use domain::change::DELETED;
use domain::entry::{Choice, Entry};
use domain::field::{Field, Type};
use domain::views::Page;
use leptos::prelude::*;
use serde_json::Value;

use crate::app::link;
use crate::app::query::Answer;
use crate::app::session::{App, app};
use crate::kit::erased::{dynamic, press, task};
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{label, t, tnv};
use crate::record::conflicts::delete_conflict::outlived;
use crate::record::conflicts::versions::{together, versions};
use crate::record::conflicts::writing::{is_begun, text_to_write};
use crate::record::form::{Form, Names, Sheet};
use crate::record::once_read::once_read;
use crate::record::problems;

/// The sheet on a record's page where versions are combined.
pub const VERSIONS: Sheet = Sheet { name: "versions", fields: &[] };

/// The choices that a record's page shows; nothing for a record without any. They are drawn again
/// only when the choices change, so that the user keeps their place.
pub fn on_page(id: Id, record: Answer<Page>) -> AnyView {
    let waiting = Memo::new(move |_| record.with(|it| waiting(it.as_ref()?.as_ref().ok()?)));
    dynamic(move || waiting.get().map(|(kind, all)| questions(&kind, id, &all)))
}

fn questions(kind: &str, id: Id, all: &[Choice]) -> AnyView {
    let between_versions = all.iter().any(is_of_versions).then(|| of_record(kind, id));
    // An answer draws the page again.
    view! { {outlived(id, all, |_| ())} {between_versions} }.into_any()
}

/// Whether the choice is about a field, and not about whether the record is deleted.
fn is_of_versions(choice: &Choice) -> bool {
    choice.field != DELETED
}

/// The kind of the record on a page, and its choices.
fn waiting(page: &Page) -> Option<(String, Vec<Choice>)> {
    let entry = page.entries.first().filter(|it| !it.conflicts.is_empty() && !it.deleted)?;
    Some((entry.kind.clone(), entry.conflicts.clone()))
}

/// A form over the record, so that a draft keeps the combined text like all else.
fn of_record(kind: &str, id: Id) -> Option<AnyView> {
    let start = Box::pin(async { (domain::Body::new(), Names::new()) });
    let form = Form::on_sheet(domain::kind(kind)?, id, start, VERSIONS);
    let all = move || {
        let fields = form.kind.fields.iter().filter(|it| waits(form, it.name));
        let fields = fields.map(|it| until_settled(form, it, || ().into_any()));
        fields.collect_view().into_any()
    };
    Some(once_read(form, all))
}

/// Whether a field of the form's record waits for a choice.
pub fn waits(form: Form, field: &str) -> bool {
    form.base.with_untracked(|it| it.conflicts.iter().any(|it| it.field == field))
}

/// The versions of a field until one is chosen, then `draw`. A form that let the user write on in
/// the version which happens to be shown would choose it in silence.
pub fn until_settled(
    form: Form,
    field: &'static Field,
    draw: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let choice = Memo::new(move |_| {
        form.base.with(|it| it.conflicts.iter().find(|it| it.field == field.name).cloned())
    });
    dynamic(move || match choice.get() {
        Some(choice) => untrack(|| section(form, field, &choice)),
        None => untrack(&draw),
    })
}

fn section(form: Form, field: &'static Field, choice: &Choice) -> AnyView {
    let written = field.ty == Type::Text;
    let lead = if written { t("conflict-lead") } else { t("conflict-lead-choice") };
    let count = i64::try_from(choice.versions.len()).unwrap_or(i64::MAX);
    let title = label(form.kind.name, field.name);
    view! {
        <section class="conflict">
            <h2>{tnv("conflict-title", count, &[("field", &title)])}</h2>
            <p>{lead}</p>
            {versions(form, field, choice)}
            {written.then(|| of_both(form, field, together(&choice.versions)))}
        </section>
    }
    .into_any()
}

/// The ways to use both texts: one after the other, or a new one.
fn of_both(form: Form, field: &'static Field, both: String) -> AnyView {
    let writing = RwSignal::new(is_begun(form, field.name));
    dynamic(move || {
        if writing.get() {
            return untrack(|| text_to_write(form, field.name, writing));
        }
        untrack(|| ways(form, field.name, &both, writing))
    })
}

fn ways(form: Form, field: &'static str, both: &str, writing: RwSignal<bool>) -> AnyView {
    let app = app();
    let (first, kept) = (both.to_owned(), Value::from(both));
    let begin = press(move || {
        form.set(field, first.clone());
        writing.set(true);
        request_animation_frame(move || problems::focus(&problems::id_of(field)));
    });
    let keep = press(move || settle(app, form, field, kept.clone()));
    view! {
        <div class="two">
            <button type="button" class="ds-button" data-variant="secondary" on:click=begin>
                {icon(Icon::Edit)}
                {t("conflict-write")}
            </button>
            <button type="button" class="ds-button" prop:disabled=form.saving on:click=keep>
                {t("conflict-both")}
            </button>
        </div>
    }
    .into_any()
}

/// Saves the value, as an edit that has seen all versions.
pub fn settle(app: App, form: Form, field: &'static str, value: Value) {
    if form.saving.get_untracked() {
        return;
    }
    task(async move {
        match form.settle(field, value).await {
            Ok(_) => {
                // No undo: it would choose the latest version, not ask again.
                app.say(t("conflict-settled"), None);
                request_animation_frame(move || go_on_at(field));
            }
            Err(fault) => app.fail(&fault),
        }
    });
}

/// Moves focus to the field, or to the page if the field is not there.
fn go_on_at(field: &str) {
    problems::focus("main");
    problems::focus(&problems::id_of(field));
}

/// For a record that is shown to others, on paper or in another language: a note that a person
/// should choose before it is handed out.
pub fn notice(entry: &Entry) -> Option<AnyView> {
    entry.conflicts.iter().any(is_of_versions).then(|| {
        view! {
            <div class="callout conflict-notice" role="status">
                {icon(Icon::Copy)}
                <p>{t("conflict-notice")} " " <a href=link::to(&entry.kind, entry.id)>{t("conflict-go")}</a></p>
            </div>
        }
        .into_any()
    })
}
