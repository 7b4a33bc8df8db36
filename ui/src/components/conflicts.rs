//! Two versions of a field, side by side, for a person to choose between.

use domain::Kind;
use domain::calls::Save;
use domain::entry::{Choice, Entry, Wording};
use domain::field::Type;
use leptos::prelude::*;
use serde_json::Value;

use crate::components::avatar::avatar;
use crate::form::{Names, only};
use crate::lean::{press, task};
use crate::state::app;
use crate::text::{label, t, tv};
use crate::{api, format};

/// What follows once a person has chosen: the record as it then stands.
pub type Settled = Callback<Entry>;

/// The fields of a record where a person must choose; nothing where there are none.
pub fn conflicts(entry: &Entry, names: &Names, settled: Settled) -> AnyView {
    entry.conflicts.iter().map(|it| conflict(entry, it, names, settled)).collect_view().into_any()
}

fn conflict(entry: &Entry, choice: &Choice, names: &Names, settled: Settled) -> AnyView {
    let kind = domain::kind(&entry.kind);
    let ty = kind.and_then(|it| it.field(&choice.field)).map(|it| it.ty);
    let common = common_words(&choice.versions);
    let cards = choice.versions.iter().map(|it| {
        let words = shown(kind, ty, &it.value, names);
        version(
            it,
            marked(&words, common),
            chooser(entry, &choice.field, it.value.clone(), settled),
        )
    });
    let both = matches!(ty, Some(Type::Text)).then(|| {
        let keep = chooser(entry, &choice.field, together(&choice.versions), settled);
        view! {
            <button type="button" class="ds-button wide" on:click=press(keep)>{t("conflict-both")}</button>
        }
    });
    view! {
        <section class="conflict">
            <h2>{tv("conflict-title", &[("field", &label(&entry.kind, &choice.field))])}</h2>
            <p>{t("conflict-lead")}</p>
            <div class="versions">{cards.collect_view()}</div>
            {both}
        </section>
    }
    .into_any()
}

fn version(wording: &Wording, words: AnyView, choose: impl Fn() + 'static) -> AnyView {
    let by = &wording.signed.by;
    let who = if by.is_empty() { t("someone") } else { by.clone() };
    let name = tv("conflict-choose-name", &[("who", &who)]);
    view! {
        <article class="version card">
            <header>
                {avatar(&who)}
                <b>{who}</b>
                <time>{format::recent(wording.signed.at)}</time>
            </header>
            <p>{words}</p>
            <button type="button" class="ds-button" data-variant="secondary" aria-label=name on:click=press(choose)>
                {t("conflict-choose")}
            </button>
        </article>
    }
    .into_any()
}

/// Saves one version as what holds, in the name of somebody who saw them all.
fn chooser(entry: &Entry, field: &str, value: Value, settled: Settled) -> impl Fn() + 'static {
    let app = app();
    let fields = only(field, value);
    let entry = Entry { fields, conflicts: Vec::new(), ..entry.clone() };
    move || {
        let entry = entry.clone();
        task(async move {
            match api::call(Save { entry }).await {
                Ok(saved) => {
                    app.say(t("conflict-settled"), saved.group);
                    settled.run(saved.entry);
                }
                Err(fault) => app.fail(&fault),
            }
        });
    }
}

fn shown(kind: Option<&Kind>, ty: Option<Type>, value: &Value, names: &Names) -> String {
    let text = value.as_str().unwrap_or_default();
    match (kind, ty) {
        _ if value.is_null() => t("conflict-empty"),
        (_, Some(Type::Choice(choices))) => label(choices.name, text),
        (_, Some(Type::Link(_))) => {
            let name = text.parse().ok().and_then(|id| names.get(&id));
            name.cloned().unwrap_or_else(|| t("someone"))
        }
        _ if value.is_string() => text.to_owned(),
        _ => value.to_string(),
    }
}

/// Both texts, the earlier first.
fn together(versions: &[Wording]) -> Value {
    let texts = versions.iter().rev().filter_map(|it| it.value.as_str());
    Value::from(texts.collect::<Vec<_>>().join("\n\n"))
}

/// How many words all texts start with.
fn common_words(versions: &[Wording]) -> usize {
    let words = |it: &Wording| {
        it.value.as_str().unwrap_or_default().split(' ').map(str::to_owned).collect()
    };
    let texts: Vec<Vec<String>> = versions.iter().map(words).collect();
    let Some((first, others)) = texts.split_first() else { return 0 };
    let same = |at: &usize| others.iter().all(|it| it.get(*at) == first.get(*at));
    (0..first.len()).take_while(same).count()
}

/// The text with what only it says marked.
fn marked(text: &str, common: usize) -> AnyView {
    let words: Vec<&str> = text.split(' ').collect();
    let at = common.min(words.len());
    let (same, own) = (words[..at].join(" "), words[at..].join(" "));
    let mark = (!own.is_empty()).then(|| view! { <mark>{own}</mark> });
    view! { {same} " " {mark} }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn versions(texts: [&str; 2]) -> Vec<Wording> {
        texts.map(|it| Wording { value: it.into(), ..Wording::default() }).into()
    }

    #[test]
    fn what_both_texts_start_with_is_not_marked() {
        assert_eq!(
            common_words(&versions(["Kald radiator. Meldt fra.", "Kald radiator. Lånt ovn."])),
            2
        );
        assert_eq!(common_words(&versions(["Likt", "Ulikt"])), 0);
        assert_eq!(common_words(&[]), 0);
    }

    #[test]
    fn keeping_both_puts_the_earlier_text_first() {
        assert_eq!(together(&versions(["senere", "tidligere"])), "tidligere\n\nsenere");
    }
}
