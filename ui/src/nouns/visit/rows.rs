//! Visits as rows of a list.

use domain::entry::Entry;
use domain::kinds::Outcome;
use domain::views::Page;
use domain::{Record, Visit};
use leptos::prelude::*;

use crate::app::link;
use crate::app::session::app;
use crate::kit::erased::press;
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::t;
use crate::record::actions;
use crate::record::form::{Names, only};
use crate::record::row::{self as record_row, name_or_someone, title};
use crate::record::values::{text, texts, when};

/// The residents of a visit, in words.
pub fn people(entry: &Entry, names: &Names) -> String {
    let known: Vec<_> =
        texts(entry, Visit::RESIDENTS).map(|id| name_or_someone(names, id)).collect();
    if known.is_empty() { t("visit-unknown") } else { known.join(", ") }
}

/// A list of visits and other records, each with a link to its own page.
pub fn visit_rows(page: &Page) -> AnyView {
    let visit = |it| view! { <li class="row">{row(it, &page.names, Icon::Talk)}</li> }.into_any();
    let rows = page.entries.iter().map(|it| {
        if it.kind == Visit::KIND { visit(it) } else { record_row::row(it, &page.names) }
    });
    view! { <ul class="card rows">{rows.collect_view()}</ul> }.into_any()
}

/// A list of visits that left something to do, each with a circle that settles it.
pub fn open_rows(page: &Page) -> AnyView {
    let rows = page.entries.iter().map(|it| {
        let name = format!("{}: {}", t("today-tick"), people(it, &page.names));
        let (app, id) = (app(), it.id);
        let settle = move || {
            actions::set(
                app,
                id,
                only(Visit::OUTCOME, Outcome::Settled.name()),
                t("toast-settled"),
            );
        };
        view! {
            <li class="row">
                {row(it, &page.names, Icon::Note)}
                <button type="button" class="tick" aria-label=name on:click=press(settle)>
                    {icon(Icon::Check)}
                </button>
            </li>
        }
    });
    view! { <ul class="card rows">{rows.collect_view()}</ul> }.into_any()
}

fn row(entry: &Entry, names: &Names, sign: Icon) -> AnyView {
    let note = text(entry, Visit::NOTE).to_owned();
    let when = when(entry).map(format::recent);
    let class = format!("kind kind-{}", entry.kind);
    view! {
        <a class="fill" href=link::to(&entry.kind, entry.id)>
            <span class=class>{icon(sign)}</span>
            <span class="body">
                <b>{people(entry, names)}</b>
                <span class="sub">{title(entry, names)} " · " {when}</span>
                <span class="sub clip">{note}</span>
            </span>
        </a>
    }
    .into_any()
}
