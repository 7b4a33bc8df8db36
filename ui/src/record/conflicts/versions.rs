//! The versions of a field as cards: what was written, by whom, when, and a button that chooses it.

use domain::entry::{Choice, Wording};
use domain::field::Field;
use leptos::prelude::*;

use crate::app::session::app;
use crate::kit::avatar::avatar;
use crate::kit::erased::press;
use crate::kit::format;
use crate::kit::text::{t, tv};
use crate::record::conflicts::settle;
use crate::record::form::Form;
use crate::record::history::values::in_words;

/// The cards, the latest version first.
pub fn versions(form: Form, field: &'static Field, choice: &Choice) -> AnyView {
    let all: Vec<_> = choice.versions.iter().map(|it| said(form, field, it)).collect();
    let common = common_words(&all);
    let cards = choice.versions.iter().zip(&all);
    let cards = cards.map(|(it, words)| card(form, field, it, marked(words, common)));
    view! { <div class="versions">{cards.collect_view()}</div> }.into_any()
}

/// The value of a version, in words.
fn said(form: Form, field: &Field, version: &Wording) -> String {
    let words = |names: &_| in_words(Some(form.kind), field.name, &version.value, names);
    let words = form.names.with_untracked(words);
    if words.is_empty() { t("conflict-empty") } else { words }
}

fn card(form: Form, field: &'static Field, version: &Wording, words: AnyView) -> AnyView {
    let app = app();
    let who = author(version);
    let name = tv("conflict-choose-name", &[("who", &who)]);
    let value = version.value.clone();
    let choose = press(move || settle(app, form, field.name, value.clone()));
    view! {
        <article class="version card">
            <header>
                {avatar(&who)}
                <b>{who}</b>
                <time>{format::recent(version.signed.at)}</time>
            </header>
            <p>{words}</p>
            <button
                type="button"
                class="ds-button"
                data-variant="secondary"
                aria-label=name
                prop:disabled=form.saving
                on:click=choose
            >
                {t("conflict-choose")}
            </button>
        </article>
    }
    .into_any()
}

/// The author of a version.
pub fn author(version: &Wording) -> String {
    let by = &version.signed.by;
    if by.is_empty() { t("someone") } else { by.clone() }
}

/// All texts, the earliest first. A text that another contains is left out.
pub fn together(versions: &[Wording]) -> String {
    let texts: Vec<_> = versions.iter().rev().filter_map(|it| it.value.as_str()).collect();
    let within = |text: &&str| texts.iter().any(|it| it != text && it.contains(*text));
    let own: Vec<_> = texts.iter().copied().filter(|it| !within(it)).collect();
    own.join("\n\n")
}

/// The number of words that all texts start with.
fn common_words(texts: &[String]) -> usize {
    let texts: Vec<Vec<&str>> = texts.iter().map(|it| it.split(' ').collect()).collect();
    let Some((first, others)) = texts.split_first() else { return 0 };
    let same = |at: &usize| others.iter().all(|it| it.get(*at) == first.get(*at));
    (0..first.len()).take_while(same).count()
}

/// The text with the words that only it has marked.
fn marked(text: &str, common: usize) -> AnyView {
    let words: Vec<&str> = text.split(' ').collect();
    let (same, own) = words.split_at(common.min(words.len()));
    let mark = (!own.is_empty()).then(|| view! { <mark>{own.join(" ")}</mark> });
    view! { {same.join(" ")} " " {mark} }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn versions(texts: &[&str]) -> Vec<Wording> {
        texts.iter().map(|it| Wording { value: (*it).into(), ..Wording::default() }).collect()
    }

    #[test]
    fn what_all_versions_start_with_is_not_marked() {
        let common = |texts: [&str; 2]| common_words(&texts.map(str::to_owned));
        assert_eq!(common(["Kald radiator. Meldt fra.", "Kald radiator. Lånt ovn."]), 2);
        assert_eq!(common(["Likt", "Ulikt"]), 0);
        assert_eq!(common_words(&[]), 0);
    }

    #[test]
    fn keeping_both_puts_the_earlier_text_first() {
        assert_eq!(together(&versions(&["senere", "tidligere"])), "tidligere\n\nsenere");
    }

    #[test]
    fn three_texts_are_all_kept() {
        assert_eq!(together(&versions(&["tre", "to", "en"])), "en\n\nto\n\ntre");
    }

    #[test]
    fn a_text_that_somebody_only_added_to_is_not_said_twice() {
        let both = ["Kald radiator. Meldt fra.", "Kald radiator."];
        assert_eq!(together(&versions(&both)), both[0]);
    }

    #[test]
    fn a_text_that_somebody_emptied_leaves_the_other() {
        let mut both = versions(&["Kald radiator."]);
        both.push(Wording::default());
        assert_eq!(together(&both), "Kald radiator.");
    }
}
