//! The top of a matter: what sort it is, what it is, whom it concerns.

use domain::entry::Entry;
use domain::field::UNKNOWN;
use domain::views::Page;
use leptos::prelude::*;

use crate::app::head::Title;
use crate::app::link;
use crate::app::query::Answer;
use crate::kit::avatar::avatar;
use crate::kit::erased::dynamic;
use crate::kit::format;
use crate::kit::text::{label, t, tv};
use crate::record::form::Names;
use crate::record::row::{kind_name, name_or_someone, referral_title, tag};
use crate::record::values::{filled, list, text, texts};

/// The heading. It is drawn once, so that focus stays where it is when the matter changes.
pub fn heading(record: Answer<Page>) -> AnyView {
    let title = Signal::derive(move || match record.get() {
        Some(Ok(page)) => page.entries.first().map(|it| title(it, &page.names)).unwrap_or_default(),
        _ => String::new(),
    });
    let known = Memo::new(move |_| !title.get().is_empty());
    dynamic(move || known.get().then(|| view! { <Title title /> }))
}

fn title(entry: &Entry, names: &Names) -> String {
    match entry.kind.as_str() {
        "referral" => referral_title(entry, names),
        "incident" => label("incident-type", text(entry, "type")),
        _ => text(entry, "what").to_owned(),
    }
}

/// What sort of matter it is, how it stands, whom it concerns and who wrote it.
pub fn under_heading(entry: &Entry, names: &Names) -> AnyView {
    let people = texts(entry, "about").map(|id| person(id, None, names));
    let parties = list(entry, "parties").filter_map(|it| {
        let role = label("party-role", it["role"].as_str().unwrap_or_default());
        Some(person(it["who"].as_str()?, Some(role), names))
    });
    let people: Vec<_> = people.chain(parties).collect();
    let people = (!people.is_empty()).then(|| view! { <ul class="case-people">{people}</ul> });
    view! {
        <p class="tags">
            <span class="ds-tag" data-color="neutral">{kind_name(&entry.kind)}</span>
            {tag(entry)}
            {seriousness(entry)}
        </p>
        {people}
        <p class="quiet">{raised(entry)}</p>
    }
    .into_any()
}

fn seriousness(entry: &Entry) -> Option<AnyView> {
    let how = filled(entry, "seriousness")?;
    let colour = match how {
        "acute" => "danger",
        "serious" => "warm",
        _ => "neutral",
    };
    let words = label("seriousness", how);
    Some(view! { <span class="ds-tag" data-color=colour>{words}</span> }.into_any())
}

fn person(id: &str, role: Option<String>, names: &Names) -> AnyView {
    let called = name_or_someone(names, id);
    let known = id.parse().ok().filter(|it| *it != UNKNOWN);
    let role = role.map(|it| view! { <span class="sub">{it}</span> });
    let who = view! { {avatar(&called)} <span>{called}</span> {role} };
    match known {
        Some(id) => view! { <li><a href=link::to("resident", id)>{who}</a></li> }.into_any(),
        None => view! { <li><span>{who}</span></li> }.into_any(),
    }
}

fn raised(entry: &Entry) -> String {
    let who = Some(entry.made.by.clone()).filter(|it| !it.is_empty());
    let who = who.unwrap_or_else(|| t("someone"));
    tv("form-made", &[("who", &who), ("when", &format::recent(entry.made.at))])
}

/// A text under its heading; nothing where nothing was written.
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

/// A line under its name.
pub fn fact(name: String, words: AnyView) -> AnyView {
    view! { <div><dt>{name}</dt><dd>{words}</dd></div> }.into_any()
}
