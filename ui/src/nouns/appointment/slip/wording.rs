//! Correcting the texts for residents, for the whole site.

use std::collections::BTreeMap;

use domain::calls::Delete;
use domain::kinds::FILLED_IN;
use domain::{Body, Id, Record, SiteWording};
use leptos::prelude::*;

use crate::app::api;
use crate::app::new_id::new_id;
use crate::app::query::Answer;
use crate::kit::dialog::Dialog;
use crate::kit::erased::{dynamic, press, typed};
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{t, tv};
use crate::record::attempt::Attempt;
use crate::record::form::{Form, Names, only};
use crate::record::once_read::once_read;
use crate::record::problems;
use crate::record::resident_texts::{Texts, correctable};
use crate::record::text_area::text_area;

/// The id of the text that lists the values which a wording must keep.
const VALUES: &str = "wording-values";

/// The ids of wordings that are not saved yet, by language and text, so that the user finds a draft
/// again after a look at another text.
type Begun = StoredValue<BTreeMap<(&'static str, String), Id>>;

/// The button, and the form that it opens over the present texts, so that a change that arrives
/// does not remove what the user is writing. The texts are listed in Norwegian.
pub fn correct(texts: Answer<Texts>, norwegian: Answer<Texts>) -> AnyView {
    let open = RwSignal::new(false);
    let begun = Begun::new(BTreeMap::new());
    let inside = move || {
        let both = open.get().then(|| (texts.get_untracked(), norwegian.get_untracked()));
        let Some((Some(Ok(texts)), Some(Ok(norwegian)))) = both else { return ().into_any() };
        choice(texts, &norwegian, begun, open)
    };
    view! {
        <button
            type="button"
            class="ds-button slip-correct"
            data-variant="tertiary"
            on:click=press(move || open.set(true))
        >
            {icon(Icon::Edit)}
            {t("wording-correct")}
        </button>
        <Dialog open title=t("wording-correct")>{dynamic(inside)}</Dialog>
    }
    .into_any()
}

/// The list of texts, and under it the wording of the chosen one.
fn choice(texts: Texts, norwegian: &Texts, begun: Begun, open: RwSignal<bool>) -> AnyView {
    let options = correctable()
        .map(|id| view! { <option value=id>{norwegian.pattern(id)}</option> }.into_any());
    let chosen = RwSignal::new(correctable().next().unwrap_or_default().to_owned());
    view! {
        <div class="stack">
            <div class="ds-field">
                <label class="ds-label" for="wording-which">{t("wording-which")}</label>
                <select autocomplete="off" class="ds-input" id="wording-which" on:change=typed(move |id| chosen.set(id))>
                    {options.collect_view()}
                </select>
            </div>
            {dynamic(move || wording(&texts, &chosen.get(), begun, open))}
        </div>
    }
    .into_any()
}

/// The site's wording of a text as a form, so that a draft keeps it like everywhere else.
#[derive(Debug, Clone, Copy)]
struct Wording {
    form: Form,
    begun: Begun,
    attempt: Attempt,
}

fn wording(texts: &Texts, text: &str, begun: Begun, open: RwSignal<bool>) -> Option<AnyView> {
    let own: Vec<Id> = texts.wordings(text).map(|it| it.id).collect();
    let beginning = beginning(texts, text);
    let start = Box::pin(async { (beginning, Names::new()) });
    let new = || {
        let key = (texts.language, text.to_owned());
        begun.try_update_value(|it| *it.entry(key).or_insert_with(new_id))
    };
    let id = own.first().copied().or_else(new)?;
    let form = Form::open(domain::kind(SiteWording::KIND)?, id, start);
    let wording = Wording { form, begun, attempt: Attempt::new(open) };
    let (language, dir) = (texts.language, texts.dir());
    let values = values(text);
    let body = move || {
        view! {
            <div class="ds-field">
                <label class="ds-label" for=problems::id_of(SiteWording::WORDS)>{t("wording-words")}</label>
                <div lang=language dir=dir>{text_area(form, SiteWording::WORDS, VALUES)}</div>
                {problems::under(form, SiteWording::WORDS)}
                <p class="quiet" id=VALUES>{values.clone()}</p>
            </div>
            {wording.attempt.trouble()}
            {wording.buttons(own.clone())}
        }
        .into_any()
    };
    Some(view! { <div class="stack">{once_read(form, body)}</div> }.into_any())
}

/// A new wording starts with the present text.
fn beginning(texts: &Texts, text: &str) -> Body {
    let mut wording = only(SiteWording::WORDS, texts.pattern(text));
    wording.extend(only(SiteWording::LANGUAGE, texts.language));
    wording.extend(only(SiteWording::TEXT, text));
    wording
}

/// The values that a text must keep, if there are any.
fn values(text: &str) -> Option<String> {
    let (_, names) = FILLED_IN.iter().find(|it| it.0 == text)?;
    let all: Vec<_> = names.iter().map(|it| format!("{{{it}}}")).collect();
    Some(tv("wording-values", &[("values", &all.join(" "))]))
}

impl Wording {
    fn buttons(self, own: Vec<Id>) -> AnyView {
        let busy = self.attempt.busy;
        let back = (!own.is_empty()).then(|| {
            view! {
                <button
                    type="button"
                    class="ds-button"
                    data-variant="tertiary"
                    prop:disabled=busy
                    on:click=press(move || self.go_back(own.clone()))
                >
                    {icon(Icon::Undo)}
                    {t("wording-built-in")}
                </button>
            }
        });
        view! {
            <div class="reach">
                <button type="button" class="ds-button" prop:disabled=busy on:click=press(move || self.save())>
                    {t("wording-save")}
                </button>
                {back}
            </div>
        }
        .into_any()
    }

    fn save(self) {
        let words = self.form.text(SiteWording::WORDS);
        self.form.set(SiteWording::WORDS, words.split_whitespace().collect::<Vec<_>>().join(" "));
        let work = async move { self.form.save().await.map(|it| it.group) };
        self.attempt.make(t("toast-saved"), work);
    }

    /// Goes back to the built-in text. Two phones may have reworded it at the same time.
    fn go_back(self, own: Vec<Id>) {
        // The next wording is a new record, not this one restored.
        self.begun.update_value(BTreeMap::clear);
        let work = async move {
            self.form.drop_draft().await?;
            let mut group = None;
            // The wording in use comes last, so that an undo restores it.
            for id in own.into_iter().rev() {
                group = api::call(Delete { id, seen: None }).await?.group;
            }
            Ok(group)
        };
        self.attempt.make(t("wording-is-built-in"), work);
    }
}
