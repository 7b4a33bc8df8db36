//! Correcting what residents read, for the whole site.

use domain::Fault;
use domain::views::Saved;
use leptos::prelude::*;

use crate::api;
use crate::components::dialog::Dialog;
use crate::components::icon::{Icon, icon};
use crate::deeds;
use crate::form::only;
use crate::lean::{dynamic, press, task, typed};
use crate::resident_texts::{Texts, correctable, wording_of, wordings};
use crate::state::{Answer, App, app};
use crate::text::t;

/// The button, and the form that it opens over the texts as they are then, so that nothing that
/// arrives meanwhile takes away what is being written. They are listed in Norwegian.
pub fn correct(texts: Answer<Texts>, norwegian: Answer<Texts>) -> AnyView {
    let open = RwSignal::new(false);
    let form = move || {
        let both = open.get().then(|| (texts.get_untracked(), norwegian.get_untracked()));
        let Some((Some(Ok(texts)), Some(Ok(norwegian)))) = both else { return ().into_any() };
        form(&texts, &norwegian, open)
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
        <Dialog open title=t("wording-correct")>{dynamic(form)}</Dialog>
    }
    .into_any()
}

fn form(texts: &Texts, norwegian: &Texts, open: RwSignal<bool>) -> AnyView {
    let app = app();
    let all: Vec<&'static str> = correctable().collect();
    let options = all
        .iter()
        .map(|id| view! { <option value=*id>{norwegian.pattern(id)}</option> }.into_any());
    let (language, dir) = (texts.language, texts.dir());
    let chosen = RwSignal::new(all.first().copied().unwrap_or_default().to_owned());
    let words = RwSignal::new(texts.pattern(&chosen.get_untracked()));
    let known = texts.clone();
    let choose = typed(move |id| {
        words.set(known.pattern(&id));
        chosen.set(id);
    });
    let save = press(move || {
        let text = chosen.get_untracked();
        save(app, language, text, words.get_untracked());
        open.set(false);
    });
    view! {
        <div class="stack">
            <div class="ds-field">
                <label class="ds-label" for="wording-which">{t("wording-which")}</label>
                <select class="ds-input" id="wording-which" on:change=choose>{options.collect_view()}</select>
            </div>
            <div class="ds-field">
                <label class="ds-label" for="wording-words">{t("wording-words")}</label>
                <textarea
                    class="ds-input"
                    id="wording-words"
                    rows="3"
                    lang=language
                    dir=dir
                    aria-describedby="wording-values"
                    prop:value=words
                    on:input=typed(move |it| words.set(it))
                ></textarea>
                <p class="quiet" id="wording-values">{t("wording-values")}</p>
            </div>
            <button type="button" class="ds-button" on:click=save>{t("wording-save")}</button>
        </div>
    }
    .into_any()
}

fn save(app: App, language: &'static str, text: String, words: String) {
    task(async move {
        match reword(language, &text, &words).await {
            Ok(saved) => app.say(t("toast-saved"), saved.group),
            Err(fault) => app.fail(&fault),
        }
    });
}

/// Changes the site's wording of a text, or makes the first.
async fn reword(language: &str, text: &str, words: &str) -> Result<Saved, Fault> {
    let known = api::call(wordings()).await?;
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(wording) = wording_of(&known, language, text) {
        return deeds::change(wording.id, only("words", words)).await;
    }
    let mut fields = only("words", words);
    fields.extend(only("language", language));
    fields.extend(only("text", text));
    deeds::make("wording", fields).await
}
