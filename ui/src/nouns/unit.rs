//! *Leiligheter*: the doors of the building.

use domain::calls::{List, ListResidents};
use domain::kinds::UnitUse;
use domain::views::{Page, Residents};
use domain::{Record, Unit};
use leptos::prelude::*;

use crate::app::head::Head;
use crate::app::link;
use crate::app::query::{Answer, live, shown};
use crate::app::router::{Args, Route, Rows};
use crate::kit::erased::dynamic;
use crate::kit::icon::{Icon, icon};
use crate::kit::states::{action, empty, rest_of};
use crate::kit::text::{label, t};
use crate::record::called::called;
use crate::record::form::Form;
use crate::record::links::linked;
use crate::record::page::Around;
use crate::record::values::text;

/// Its page.
pub const PAGES: Rows = &[Route::at("units", "/leiligheter").entry(Icon::Door, "units-title")];

/// Below the form of a unit, which has no page of its own: the records that point to it.
pub const AROUND: Around = Around { below: residents_of, ..Around::NOTHING };

fn residents_of(form: Form) -> Option<AnyView> {
    (!form.is_new()).then(|| linked(form.id))
}

/// Draws the page of that name.
pub fn draw(page: &str, _: &Args) -> Option<AnyView> {
    (page == "units").then(|| view! { <UnitsPage /> }.into_any())
}

/// The page.
#[component]
pub fn UnitsPage() -> impl IntoView {
    let units = live(|| List { kind: Unit::KIND.to_owned(), limit: 500, skip: 0 });
    let residents =
        live(|| ListResidents { text: String::new(), gone: false, limit: 500, skip: 0 });
    view! {
        <Head title=t("units-title") back=true />
        {shown(units, move |it| rows(&it, residents))}
    }
}

fn rows(page: &Page, residents: Answer<Residents>) -> AnyView {
    let new = action(link::new(Unit::KIND), Icon::Plus, t("units-new"));
    if page.entries.is_empty() {
        return empty(Icon::Door, t("units-empty"), t("units-empty-what"), new);
    }
    let rows = page.entries.iter().map(|it| {
        let used_as = text(it, Unit::USE);
        let used_as = (!used_as.is_empty()).then(|| label(UnitUse::CHOICES.name, used_as));
        let dot = used_as.is_some();
        let door = called(it);
        let who = dynamic(move || {
            let who = residents.with(|it| behind(&door, it.as_ref()?.as_ref().ok()?))?;
            Some(if dot { format!(" · {who}") } else { who })
        });
        view! {
            <li class="row">
                <a class="fill" href=link::form(Unit::KIND, it.id)>
                    <span class="kind">{icon(Icon::Door)}</span>
                    <span class="body">
                        <b>{called(it)}</b>
                        <span class="sub">{used_as} {who}</span>
                    </span>
                    {icon(Icon::Forward)}
                </a>
            </li>
        }
    });
    view! {
        <div class="tools">{new}</div>
        <ul class="card rows">{rows.collect_view()}</ul>
        {rest_of(page)}
    }
    .into_any()
}

/// The residents behind a door; none if the building has more residents than were requested.
fn behind(door: &str, residents: &Residents) -> Option<String> {
    let whole = residents.rows.len() as u64 == residents.total;
    let here = residents.rows.iter().filter(|it| it.unit == door).map(|it| &*it.called);
    let here = here.collect::<Vec<_>>().join(", ");
    (whole && !here.is_empty()).then_some(here)
}
