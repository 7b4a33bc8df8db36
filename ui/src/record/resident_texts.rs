//! Texts for residents, in their own language whatever the interface's. The texts of a language are
//! fetched when the user wants to show something in it.

use domain::calls::List;
use domain::entry::Entry;
use domain::kinds::FILLED_IN;
use domain::{Record, SiteWording};
use leptos::prelude::*;
use texts::residents::is_rtl;
pub use texts::residents::{LANGUAGES, correctable, known};
use texts::wording::filled;

use crate::app::connectivity;
use crate::app::query::{Answer, live};
use crate::app::session::app;
use crate::kit::erased::{effect, task};
use crate::kit::{format, text};
use crate::record::values;

/// The texts of one language.
#[derive(Debug, Clone)]
pub struct Texts {
    /// Its BCP 47 tag.
    pub language: &'static str,
    /// The app's own texts, by name.
    built_in: texts::Texts,
    /// The site's wordings in this language, the latest first.
    wordings: Vec<Entry>,
}

impl Texts {
    /// The text of that name.
    pub fn say(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// The text of that name, with values filled in.
    pub fn with(&self, id: &str, values: &[(&str, &str)]) -> String {
        let own =
            self.wordings(id).next().map(|it| filled(values::text(it, SiteWording::WORDS), values));
        let built_in = || self.built_in.say(id, &text::all_text(values));
        own.or_else(built_in).unwrap_or_default()
    }

    /// The text of that name with its values in braces.
    pub fn pattern(&self, id: &str) -> String {
        if let Some(own) = self.wordings(id).next() {
            return values::text(own, SiteWording::WORDS).to_owned();
        }
        let names = FILLED_IN.iter().find(|it| it.0 == id).map_or(&[][..], |it| it.1);
        let braced: Vec<_> = names.iter().map(|it| (*it, format!("{{{it}}}"))).collect();
        let values: Vec<_> = braced.iter().map(|(name, it)| (*name, it.as_str())).collect();
        self.built_in.say(id, &text::all_text(&values)).unwrap_or_default()
    }

    /// The site's wordings of a text, the one that is used first.
    pub fn wordings(&self, id: &str) -> impl Iterator<Item = &Entry> {
        self.wordings.iter().filter(move |it| values::text(it, SiteWording::TEXT) == id)
    }

    /// The direction of the language's script, as HTML names it.
    pub fn dir(&self) -> &'static str {
        if is_rtl(self.language) { "rtl" } else { "ltr" }
    }

    /// Whether a native speaker has checked the texts.
    pub fn reviewed(&self) -> bool {
        self.say("reviewed") != "no"
    }
}

/// The texts in `language` with the site's wordings, as soon as both are there. They are updated
/// when either changes.
pub fn texts_in(language: Signal<&'static str>) -> Answer<Texts> {
    let wordings = live(|| List { kind: SiteWording::KIND.to_owned(), limit: 500, skip: 0 });
    let answer: Answer<Texts> = RwSignal::new(None);
    let tries = RwSignal::new(0_u32);
    let failed = move || answer.with(|it| matches!(it, Some(Err(_))));
    connectivity::retry(app(), failed, move || tries.update(|it| *it += 1));
    effect(move || {
        tries.track();
        let wanted = language.get();
        let all = match wordings.get() {
            None => return,
            Some(Err(fault)) => return answer.set(Some(Err(fault))),
            Some(Ok(page)) => page.entries,
        };
        let is_ours = |it: &Entry| values::text(it, SiteWording::LANGUAGE) == wanted;
        let wordings = all.into_iter().filter(is_ours).collect();
        task(async move {
            let texts = text::fetch(wanted).await;
            let texts = texts.map(|built_in| Texts { language: wanted, built_in, wordings });
            // Another language may have been chosen meanwhile.
            if language.try_get_untracked() == Some(wanted) {
                answer.set(Some(texts));
            }
        });
    });
    answer
}

/// Bokmål, or nynorsk if that is the interface's language.
pub fn norwegian() -> &'static str {
    if text::locale() == "nn" { "nn" } else { "nb" }
}

/// The text for an appointment's purpose, if it is written as one of the common purposes.
pub fn purpose(written: &str) -> Option<&'static str> {
    texts::residents::purpose(&format::small(written))
}
