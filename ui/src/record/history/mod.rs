//! *Historikk*: who changed a record, when, from what to what; newest first.

pub mod values;

use domain::calls::{self, History};
use domain::change::DELETED;
use domain::entry::Entry;
use domain::views::{Page, Revision};
use domain::{Body, Id, Kind};
use leptos::prelude::*;
use serde_json::Value;

use crate::app::head::Head;
use crate::app::not_found::not_found;
use crate::app::query::{live, shown};
use crate::kit::avatar::avatar;
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{label, t};
use crate::record::form::Names;
use crate::record::history::values::in_words;
use crate::record::row::{kind_name, title};

/// Most characters shown at once; the rest unfolds.
const CLIP: usize = 160;

/// The page.
pub fn history_page(id: Id) -> AnyView {
    let record = live(move || calls::Get { id });
    let history = live(move || History { id });
    let line = Signal::derive(move || match record.get() {
        Some(Ok(page)) => page.entries.first().map(|it| of(it, &page.names)).unwrap_or_default(),
        _ => String::new(),
    });
    let list = move |page: Page| shown(history, move |steps| revisions(&page, &steps));
    view! {
        <Head title=t("history-title") line=line back=true />
        {shown(record, list)}
    }
    .into_any()
}

fn of(entry: &Entry, names: &Names) -> String {
    format!("{}: {}", kind_name(&entry.kind), title(entry, names))
}

fn revisions(page: &Page, steps: &[Revision]) -> AnyView {
    let Some(entry) = page.entries.first() else { return not_found() };
    let kind = domain::kind(&entry.kind);
    let mut before = Body::new();
    let mut cards = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        cards.push(revision(entry, kind, &before, step, at == 0, &page.names));
        before.extend(step.fields.clone());
    }
    cards.reverse();
    view! { <ol class="history">{cards}</ol> }.into_any()
}

fn revision(
    entry: &Entry,
    kind: Option<&Kind>,
    before: &Body,
    step: &Revision,
    first: bool,
    names: &Names,
) -> AnyView {
    let who = Some(step.signed.by.clone()).filter(|it| !it.is_empty());
    let who = who.unwrap_or_else(|| t("someone"));
    let fields = step.fields.iter().filter(|it| it.0 != DELETED);
    let lines = fields.map(|(field, value)| {
        let old = before.get(field).unwrap_or(&Value::Null);
        let words = [old, value].map(|it| in_words(kind, field, it, names));
        let name = kind.map_or_else(|| field.clone(), |_| label(&entry.kind, field));
        view! { <div><dt>{name}</dt><dd>{from_to(words, first)}</dd></div> }
    });
    view! {
        <li class="card padded">
            <header>
                {avatar(&who)}
                <b>{who}</b>
                {done(step, first).map(|it| view! { <span class="ds-tag" data-color="neutral">{it}</span> })}
                <time>{format::moment(step.signed.at)}</time>
            </header>
            <dl>{lines.collect_view()}</dl>
        </li>
    }
    .into_any()
}

/// What was done to the whole record: made, deleted, restored.
fn done(step: &Revision, first: bool) -> Option<String> {
    match step.fields.get(DELETED) {
        _ if first => Some(t("history-made")),
        Some(Value::Bool(true)) => Some(t("history-deleted")),
        Some(_) => Some(t("history-restored")),
        None => None,
    }
}

fn from_to([old, new]: [String; 2], first: bool) -> AnyView {
    if first {
        return clipped(new);
    }
    let filled = |it: String| if it.is_empty() { t("conflict-empty") } else { it };
    view! {
        <span class="sr-only">{t("history-from")}</span>
        <span class="before">{clipped(filled(old))}</span>
        {icon(Icon::Forward)}
        <span class="sr-only">{t("history-to")}</span>
        <span class="after">{clipped(filled(new))}</span>
    }
    .into_any()
}

/// A text; a long one shows its beginning and unfolds.
fn clipped(words: String) -> AnyView {
    if words.chars().count() <= CLIP {
        return view! { <span class="note">{words}</span> }.into_any();
    }
    let start: String = words.chars().take(CLIP).collect();
    view! {
        <details>
            <summary>{start} " …"</summary>
            <p class="note">{words}</p>
        </details>
    }
    .into_any()
}
