//! The pages and their paths.

mod broken;
mod more;
mod partners;
mod record_form;
mod resident;
mod residents;
mod search;
mod start;
mod today;
mod units;
mod visit;

use domain::Id;
use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::hooks::use_location;
use leptos_router::path;

use crate::components::shell::Shell;
use crate::components::states;
use crate::lean::{dynamic, keyed, task};
use crate::link;
use crate::state::{App, app};
use crate::text;

/// The whole app.
#[component]
pub fn Root() -> impl IntoView {
    let app = App::new();
    provide_context(app);
    task(app.follow());
    let known = Memo::new(move |_| app.status.with(Option::is_some));
    let locale =
        Memo::new(move |_| app.status.with(|it| it.as_ref().and_then(|it| it.locale.clone())));
    dynamic(move || {
        if let Some(fault) = app.broken.get() {
            return broken::broken(&fault);
        }
        if !known.get() {
            return view! { <main class="opening">{states::waiting()}</main> }.into_any();
        }
        // A new language draws everything anew, so that no text has to be a signal.
        let tag = move || locale.get().unwrap_or_else(|| "nb".to_owned());
        keyed(tag, move || spoken(&locale.get_untracked().unwrap_or_default()))
    })
}

fn spoken(tag: &str) -> AnyView {
    text::choose(tag);
    if let Some(page) = document().document_element() {
        let _ = page.set_attribute("lang", text::locale());
    }
    view! { <Router><Pages /></Router> }.into_any()
}

#[component]
fn Pages() -> impl IntoView {
    let app = app();
    let has_site = Memo::new(move |_| app.has_site());
    dynamic(move || {
        if has_site.get() {
            view! { <Shell><Places /></Shell> }.into_any()
        } else {
            view! { <start::Start /> }.into_any()
        }
    })
}

/// Every path, through one route: the router keeps the history, and which page a path
/// means is an ordinary match.
#[component]
fn Places() -> impl IntoView {
    view! {
        <FlatRoutes fallback=|| ()>
            <Route path=path!("/*any") view=AnyPlace />
        </FlatRoutes>
    }
}

#[component]
fn AnyPlace() -> impl IntoView {
    let path = use_location().pathname;
    let trail = app().trail;
    let draw = move || {
        let path = path.get_untracked();
        // First, so that the page knows whether one came from another.
        trail.update_value(|trail| link::passed(trail, &path));
        place(&path)
    };
    keyed(move || path.get(), draw)
}

fn place(path: &str) -> AnyView {
    let parts: Vec<&str> = path.split('/').filter(|it| !it.is_empty()).collect();
    match parts.as_slice() {
        [] | ["start"] => view! { <today::Today /> }.into_any(),
        ["samtale"] => view! { <visit::NewVisit /> }.into_any(),
        ["samtale", id] => of_record(id, visit::visit_page),
        ["beboere"] => view! { <residents::ResidentsPage /> }.into_any(),
        ["beboere", id] => of_record(id, resident::resident_page),
        ["partnere"] => view! { <partners::PartnersPage /> }.into_any(),
        ["partnere", id] => of_record(id, partners::partner_page),
        ["leiligheter"] => view! { <units::UnitsPage /> }.into_any(),
        ["skjema", kind] => record_form::new_record(kind),
        ["skjema", kind, id] => of_record(id, |id| record_form::record_form(kind, id)),
        ["sok"] => view! { <search::SearchPage /> }.into_any(),
        ["mer"] => view! { <more::MorePage /> }.into_any(),
        _ => today::lost(),
    }
}

fn of_record(id: &str, page: impl FnOnce(Id) -> AnyView) -> AnyView {
    id.parse().map_or_else(|_| today::lost(), page)
}
