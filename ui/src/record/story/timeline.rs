//! A resident's story: the records about them, newest first, under the day each happened.

use domain::entry::Entry;
use domain::views::Page;
use domain::{FollowUp, Record, Visit};
use leptos::prelude::*;

use crate::kit::format;
use crate::kit::icon::icon;
use crate::kit::text::tn;
use crate::record::form::Names;
use crate::record::row::{self, sign_of};
use crate::record::values::{filled, when};

/// The day heading of an entry, by the time that orders the story.
pub fn day(entry: &Entry) -> String {
    let own = || domain::kind(&entry.kind)?.moment(&entry.fields);
    format::day_heading(entry.at.or_else(own).unwrap_or(entry.made.at))
}

/// The records of a page that `wanted` lets through, under their days. The first ones get no
/// heading if their day is the one `above`.
pub fn timeline(page: &Page, above: Option<String>, wanted: impl Fn(&Entry) -> bool) -> AnyView {
    let mut above = above;
    let mut lines = Vec::new();
    for entry in page.entries.iter().filter(|it| wanted(it)) {
        let here = Some(day(entry));
        if here != above {
            lines.push(view! { <li class="day"><h3>{here.clone()}</h3></li> }.into_any());
            above = here;
        }
        lines.push(line(entry, &page.names));
    }
    view! { <ol class="timeline">{lines}</ol> }.into_any()
}

fn line(entry: &Entry, names: &Names) -> AnyView {
    let class = format!("kind kind-{}", entry.kind);
    view! {
        <li>
            <span class=class>{icon(sign_of(&entry.kind))}</span>
            <a class="card" href=row::leads_to(entry)>
                <span class="first">
                    <b>{row::title(entry, names)}</b>
                    <time>{when(entry).map(format::time)}</time>
                </span>
                <span class="note">{note(entry)}</span>
                <span class="sub">{circumstances(entry)}</span>
                {row::mark(entry)}
            </a>
        </li>
    }
    .into_any()
}

/// The text of a record, beside its title.
fn note(entry: &Entry) -> String {
    let quote = domain::kind(&entry.kind).and_then(|it| it.card.quote);
    quote.and_then(|it| filled(entry, it)).unwrap_or_default().to_owned()
}

/// The kind, author, minutes, language and due day of a record: `Bjørn · 10 min · ukrainsk`.
fn circumstances(entry: &Entry) -> String {
    let by = Some(entry.made.by.clone()).filter(|it| !it.is_empty());
    let kind = (entry.kind != Visit::KIND).then(|| row::kind_name(&entry.kind));
    let minutes = entry.fields.get(Visit::MINUTES).and_then(serde_json::Value::as_i64);
    let minutes = minutes.filter(|it| *it > 0).map(|it| tn("minutes", it));
    let language = filled(entry, Visit::LANGUAGE).map(format::language);
    let due = filled(entry, FollowUp::DUE).map(format::day);
    [kind, by, minutes, language, due].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
