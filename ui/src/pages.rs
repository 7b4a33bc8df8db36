//! The pages and their paths.

mod activities;
mod activity;
mod appointment;
mod bin;
mod broken;
mod case;
mod cases;
mod exchange;
mod history;
mod letter;
mod more;
mod owners;
mod partners;
mod record_form;
mod report;
mod resident;
mod residents;
mod search;
mod slip;
mod start;
mod today;
mod units;
mod visit;
mod week_plan;

use domain::Id;
use leptos::prelude::*;

use crate::components::shell::Shell;
use crate::components::states;
use crate::lean::{dynamic, effect, keyed, task};
use crate::state::{App, app, ask_ahead};
use crate::{link, text, travel};

/// The whole app.
#[component]
pub fn Root() -> impl IntoView {
    let app = App::new();
    provide_context(app);
    travel::follow(app.path);
    let wanted = Memo::new(move |_| app.wanted_locale());
    // Before the core is asked, so that the texts are fetched meanwhile.
    effect(move || task(app.speak(wanted.get())));
    task(app.follow());
    if app.path.get_untracked() == "/" {
        for request in today::requests() {
            task(ask_ahead(request));
        }
    }
    let speaking = Memo::new(move |_| app.locale.with(Option::is_some));
    let ready = Memo::new(move |_| speaking.get() && app.status.with(Option::is_some));
    dynamic(move || {
        if let Some(fault) = app.broken.get() {
            // Said again once there are words for it.
            speaking.track();
            return broken::broken(&fault);
        }
        if !ready.get() {
            return view! { <main class="opening">{states::waiting()}</main> }.into_any();
        }
        // A new language draws everything anew, so that no text has to be a signal.
        keyed(move || app.locale.get().unwrap_or_default().to_owned(), spoken)
    })
}

fn spoken() -> AnyView {
    if let Some(page) = document().document_element() {
        let _ = page.set_attribute("lang", text::locale());
    }
    view! { <Pages /> }.into_any()
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

#[component]
fn Places() -> impl IntoView {
    let app = app();
    let draw = move || {
        let path = app.path.get_untracked();
        // First, so that the page knows whether one came from another.
        app.trail.update_value(|trail| link::passed(trail, &path));
        place(&path)
    };
    keyed(move || app.path.get(), draw)
}

fn place(path: &str) -> AnyView {
    let parts: Vec<&str> = path.split('/').filter(|it| !it.is_empty()).collect();
    match parts.as_slice() {
        [] | ["start"] => view! { <today::Today /> }.into_any(),
        ["samtale"] => view! { <visit::NewVisit /> }.into_any(),
        ["samtale", id] => of_record(id, visit::visit_page),
        ["beboere"] => view! { <residents::ResidentsPage /> }.into_any(),
        ["beboere", id] => of_record(id, resident::resident_page),
        ["aktiviteter"] => view! { <activities::ActivitiesPage /> }.into_any(),
        ["aktiviteter", "ukeplan"] => view! { <week_plan::WeekPlanPage /> }.into_any(),
        ["aktiviteter", id] => of_record(id, activity::activity_page),
        ["avtale", id] => of_record(id, appointment::appointment_page),
        ["avtale", id, "lapp"] => of_record(id, slip::slip_page),
        ["saker"] => view! { <cases::CasesPage /> }.into_any(),
        ["saker", id] => of_record(id, case::case_page),
        ["saker", id, "brev"] => of_record(id, letter::letter_page),
        ["historikk", id] => of_record(id, history::history_page),
        ["partnere"] => view! { <partners::PartnersPage /> }.into_any(),
        ["partnere", id] => of_record(id, partners::partner_page),
        ["leiligheter"] => view! { <units::UnitsPage /> }.into_any(),
        ["skjema", kind] => record_form::new_record(kind),
        ["skjema", kind, id] => of_record(id, |id| record_form::record_form(kind, id)),
        ["sok"] => view! { <search::SearchPage /> }.into_any(),
        ["mer"] => view! { <more::MorePage /> }.into_any(),
        ["mer", "slettet"] => view! { <bin::BinPage /> }.into_any(),
        ["mer", "tema"] => view! { <owners::OwnersPage /> }.into_any(),
        ["mer", "rapport"] => view! { <report::ReportPage /> }.into_any(),
        ["mer", "filer"] => view! { <exchange::ExchangePage /> }.into_any(),
        _ => today::lost(),
    }
}

fn of_record(id: &str, page: impl FnOnce(Id) -> AnyView) -> AnyView {
    id.parse().map_or_else(|_| today::lost(), page)
}
