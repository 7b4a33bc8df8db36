//! The top of a case: its kind, its title, the residents it concerns.

use domain::entry::Entry;
use domain::field::UNKNOWN;
use domain::views::Page;
use domain::{Kind, Record, Resident, Type};
use leptos::prelude::*;
use serde_json::Value;

use crate::app::head::Title;
use crate::app::link;
use crate::app::query::Answer;
use crate::kit::avatar::avatar;
use crate::kit::erased::dynamic;
use crate::kit::format;
use crate::kit::text::{label, t, tv};
use crate::record::case::due::stage;
use crate::record::form::Names;
use crate::record::history::values::in_words;
use crate::record::row::{boxed, kind_name, member, name_or_someone, pressing, short_title, tag};
use crate::record::values::{filled, list};

/// The heading. It is drawn once, so that focus stays where it is when the case changes.
pub fn heading(record: Answer<Page>) -> AnyView {
    let title = Signal::derive(move || match record.get() {
        Some(Ok(page)) => {
            page.entries.first().map(|it| short_title(it, &page.names)).unwrap_or_default()
        }
        _ => String::new(),
    });
    let known = Memo::new(move |_| !title.get().is_empty());
    dynamic(move || known.get().then(|| view! { <Title title /> }))
}

/// The kind and state of a case, the residents it concerns and its author.
pub fn under_heading(entry: &Entry, names: &Names) -> AnyView {
    let people: Vec<_> = concerned(entry, names);
    let people = (!people.is_empty()).then(|| view! { <ul class="case-people">{people}</ul> });
    view! {
        <p class="tags">
            <span class="ds-tag" data-color="neutral">{kind_name(&entry.kind)}</span>
            {tag(entry)}
            {weight(entry)}
        </p>
        {people}
        <p class="quiet">{raised(entry)}</p>
    }
    .into_any()
}

/// The residents that a case concerns, each with the role if the kind has roles.
fn concerned(entry: &Entry, names: &Names) -> Vec<AnyView> {
    let Some(field) = domain::kind(&entry.kind).and_then(Kind::people) else { return Vec::new() };
    let one = |it: &Value| match field.ty {
        Type::Roles(_, roles) => {
            let role = label(roles.name, it["role"].as_str().unwrap_or_default());
            Some(person(it["who"].as_str()?, Some(role), names))
        }
        _ => Some(person(it.as_str()?, None, names)),
    };
    list(entry, field.name).filter_map(one).collect()
}

/// How serious a case is, urgent or not.
fn weight(entry: &Entry) -> Option<AnyView> {
    let field = domain::kind(&entry.kind)?.life.as_ref()?.weight?;
    let weight = filled(entry, field)?;
    let (loud, words) = pressing(&entry.kind, weight);
    let least = stage(entry).is_some_and(|it| it.weight() == 0);
    Some(boxed((if least { "neutral" } else { loud }, words)))
}

fn person(id: &str, role: Option<String>, names: &Names) -> AnyView {
    let called = name_or_someone(names, id);
    let known = id.parse().ok().filter(|it| *it != UNKNOWN);
    let role = role.map(|it| view! { <span class="sub">{it}</span> });
    let who = view! { {avatar(&called)} <span>{called}</span> {role} };
    match known {
        Some(id) => view! { <li><a href=link::to(Resident::KIND, id)>{who}</a></li> }.into_any(),
        None => view! { <li><span>{who}</span></li> }.into_any(),
    }
}

fn raised(entry: &Entry) -> String {
    let who = Some(entry.made.by.clone()).filter(|it| !it.is_empty());
    let who = who.unwrap_or_else(|| t("someone"));
    tv("form-made", &[("who", &who), ("when", &format::recent(entry.made.at))])
}

/// The member whose a record is, under the label of the field that says so.
pub fn owner(entry: &Entry, names: &Names) -> Option<AnyView> {
    let field = domain::kind(&entry.kind)?.life.as_ref()?.owner?;
    let words = member(names, filled(entry, field)?);
    Some(fact(label(&entry.kind, field), words.into_any()))
}

/// A text under the label of its field; none if the field is empty.
pub fn passage(entry: &Entry, field: &str) -> Option<AnyView> {
    let words = filled(entry, field)?.to_owned();
    Some(
        view! {
            <section>
                <h2>{label(&entry.kind, field)}</h2>
                <p class="note said">{words}</p>
            </section>
        }
        .into_any(),
    )
}

/// The lines of a field under its label; none if it is empty.
pub fn lines(entry: &Entry, field: &str, names: &Names) -> Option<AnyView> {
    let kind = domain::kind(&entry.kind);
    let one = |it: &Value| {
        let words = in_words(kind, field, &Value::Array(vec![it.clone()]), names);
        view! { <li>{words}</li> }
    };
    let all: Vec<_> = list(entry, field).map(one).collect();
    (!all.is_empty()).then(|| {
        view! {
            <section>
                <h2>{label(&entry.kind, field)}</h2>
                <ul class="lines">{all}</ul>
            </section>
        }
        .into_any()
    })
}

/// A line with its label.
pub fn fact(name: String, words: AnyView) -> AnyView {
    view! { <div><dt>{name}</dt><dd>{words}</dd></div> }.into_any()
}
