//! A resident's story: what happened, newest first, under the day it happened.

use domain::entry::Entry;
use domain::views::Page;
use leptos::prelude::*;

use crate::components::icon::{Icon, icon};
use crate::components::visit_rows::topics;
use crate::text::{label, t, tn};
use crate::values::{filled, text, when};
use crate::{format, link};

/// The conversations of a page that `wanted` lets through, under their days.
pub fn timeline(page: &Page, wanted: impl Fn(&Entry) -> bool) -> AnyView {
    let mut day = None;
    let mut lines = Vec::new();
    for entry in page.entries.iter().filter(|it| wanted(it)) {
        let here = when(entry).map(format::day_heading);
        if here.is_some() && here != day {
            lines.push(view! { <li class="day"><h3>{here.clone()}</h3></li> }.into_any());
            day = here;
        }
        lines.push(line(entry));
    }
    view! { <ol class="timeline">{lines}</ol> }.into_any()
}

fn line(entry: &Entry) -> AnyView {
    let class = format!("kind kind-{}", entry.kind);
    let note = text(entry, "note").to_owned();
    view! {
        <li>
            <span class=class>{icon(Icon::Talk)}</span>
            <a class="card" href=link::to(&entry.kind, entry.id)>
                <span class="first">
                    <b>{title(entry)}</b>
                    <time>{when(entry).map(format::time)}</time>
                </span>
                <span class="note">{note}</span>
                <span class="sub">{circumstances(entry)}</span>
                {outcome(entry)}
            </a>
        </li>
    }
    .into_any()
}

fn title(entry: &Entry) -> String {
    if entry.kind == "visit" { topics(entry) } else { label_of(&entry.kind) }
}

fn label_of(kind: &str) -> String {
    if domain::kind(kind).is_some() { t(kind) } else { kind.to_owned() }
}

/// Who wrote it, how long it took and in which language: `Bjørn · 10 min · ukrainsk`.
fn circumstances(entry: &Entry) -> String {
    let minutes = entry.fields.get("minutes").and_then(serde_json::Value::as_i64);
    let minutes = minutes.filter(|it| *it > 0).map(|it| tn("minutes", it));
    let language = filled(entry, "language").map(format::language);
    let parts = [Some(entry.made.by.clone()).filter(|it| !it.is_empty()), minutes, language];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn outcome(entry: &Entry) -> Option<AnyView> {
    let outcome = text(entry, "outcome");
    let colour = if outcome == "follow-up" { "warm" } else { "neutral" };
    (!outcome.is_empty()).then(|| {
        view! { <span class="ds-tag" data-color=colour>{label("outcome", outcome)}</span> }
            .into_any()
    })
}
