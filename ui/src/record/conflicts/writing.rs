//! Combining two versions of a text into one that has seen both.

use leptos::prelude::*;

use crate::app::session::app;
use crate::kit::erased::press;
use crate::kit::text::t;
use crate::record::conflicts::settle;
use crate::record::form::Form;
use crate::record::problems;
use crate::record::save_bar::draft_state;
use crate::record::text_area::text_area;

/// Whether the user has begun to write in a field; that text is in the draft.
pub fn is_begun(form: Form, field: &str) -> bool {
    form.difference().contains_key(field)
}

/// The text area. A draft keeps its text until it is saved or discarded.
pub fn text_to_write(form: Form, field: &'static str, writing: RwSignal<bool>) -> AnyView {
    let app = app();
    let save = press(move || settle(app, form, field, form.value(field)));
    let drop_it = press(move || {
        form.put_back(field);
        writing.set(false);
    });
    view! {
        <div class="ds-field">
            <label class="ds-label" for=problems::id_of(field)>{t("conflict-write-label")}</label>
            {text_area(form, field, "")}
            {problems::under(form, field)}
            {draft_state(form)}
        </div>
        <div class="reach">
            <button type="button" class="ds-button" prop:disabled=form.saving on:click=save>
                {t("conflict-write-save")}
            </button>
            <button type="button" class="ds-button" data-variant="tertiary" on:click=drop_it>
                {t("conflict-write-drop")}
            </button>
        </div>
    }
    .into_any()
}
