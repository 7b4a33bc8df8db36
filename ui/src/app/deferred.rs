//! The pages that nobody starts with, in a module of their own: it is fetched as soon as the first
//! page stands, so that a phone shows that one sooner.

use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use domain::{Fault, Id};
use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::app::help;
use crate::app::lost::lost;
use crate::app::more;
use crate::app::session::{App, app};
use crate::app::sync::details::sync_details;
use crate::app::{link, reminders};
use crate::kit::erased::{dynamic, task};
use crate::kit::states;
use crate::nouns::appointment::sheet::{self, Asked};
use crate::nouns::{
    activity, appointment, cases, exchange, partner, report, resident, topic_owner, unit, visit,
};
use crate::record::{bin, conflicts, history, page as form, search};

/// How long the first page has the processor to itself.
const SETTLING: Duration = Duration::from_millis(500);

/// Fetches the module when there is time for it.
pub fn soon(app: App) {
    set_timeout(move || task(ensure(app)), SETTLING);
}

#[wasm_split(later, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "the macro adds that the module can't be fetched")]
fn watch(app: App) -> Result<(), SplitLoaderError> {
    reminders::keep_watch(app);
    Ok(())
}

/// A page by its path.
pub fn page(path: String) -> AnyView {
    shown(Later::Page(path))
}

/// What an appointment's sheet asks about.
pub fn sheet(asked: Asked, open: RwSignal<bool>) -> AnyView {
    shown(Later::Sheet(asked, open))
}

/// What the sync chip stands for.
pub fn sync() -> AnyView {
    shown(Later::Sync)
}

/// The list of keys.
pub fn keys() -> AnyView {
    shown(Later::Keys)
}

/// Something that is drawn by the later module.
#[derive(Clone)]
enum Later {
    Page(String),
    Sheet(Asked, RwSignal<bool>),
    Sync,
    Keys,
}

/// Draws it, at once if the module is here.
fn shown(what: Later) -> AnyView {
    let (app, pages) = (app(), app().pages);
    task(ensure(app));
    dynamic(move || match pages.get() {
        None => states::waiting(),
        Some(false) => states::wrong(&Fault::Offline),
        Some(true) => drawn(what.clone()),
    })
}

/// Fetches the module unless it is here, and has it keep watch.
async fn ensure(app: App) {
    let here = fetch().await.is_ok();
    if app.pages.get_untracked() != Some(here) {
        app.pages.set(Some(here));
    }
    if here {
        let _ = watch(app).await;
    }
}

/// Drawn now, not in a task: a view belongs to the place that it stands in.
fn drawn(what: Later) -> AnyView {
    match pin!(draw(what)).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(view)) => view,
        Poll::Ready(Err(_)) | Poll::Pending => states::waiting(),
    }
}

#[wasm_split(later, fallible, preload(fetch))]
#[allow(clippy::unnecessary_wraps, reason = "the macro adds that the module can't be fetched")]
fn draw(what: Later) -> Result<AnyView, SplitLoaderError> {
    Ok(match what {
        Later::Page(path) => place(&path),
        Later::Sheet(asked, open) => sheet::questions(asked, open),
        Later::Sync => sync_details(),
        Later::Keys => help::keys(),
    })
}

fn place(path: &str) -> AnyView {
    match link::parts(path).as_slice() {
        ["samtale", id] => of_record(id, visit::page::visit_page),
        ["beboere"] => view! { <resident::list::ResidentsPage /> }.into_any(),
        ["beboere", id] => of_record(id, resident::page::resident_page),
        ["aktiviteter"] => view! { <activity::list::ActivitiesPage /> }.into_any(),
        ["aktiviteter", "ukeplan"] => view! { <activity::week_plan::WeekPlanPage /> }.into_any(),
        ["aktiviteter", id] => of_record(id, activity::page::activity_page),
        ["avtaler"] => view! { <appointment::list::AppointmentsPage /> }.into_any(),
        ["avtale", id] => of_record(id, appointment::page::appointment_page),
        ["avtale", id, "lapp"] => of_record(id, appointment::slip::slip_page),
        ["samtaler"] => view! { <visit::open::OpenVisitsPage /> }.into_any(),
        ["saker"] => view! { <cases::section::CasesPage /> }.into_any(),
        ["saker", id] => of_record(id, cases::page::case_page),
        ["saker", id, "brev"] => of_record(id, cases::letter::letter_page),
        ["historikk", id] => of_record(id, history::history_page),
        ["partnere"] => view! { <partner::page::PartnersPage /> }.into_any(),
        ["partnere", id] => of_record(id, partner::page::partner_page),
        ["leiligheter"] => view! { <unit::UnitsPage /> }.into_any(),
        ["skjema", kind] => form::new_record(kind),
        ["skjema", kind, id] => of_record(id, |id| form::record_form(kind, id)),
        ["sok"] => view! { <search::SearchPage /> }.into_any(),
        ["mer"] => view! { <more::MorePage /> }.into_any(),
        ["mer", "versjoner"] => view! { <conflicts::page::VersionsPage /> }.into_any(),
        ["mer", "slettet"] => view! { <bin::BinPage /> }.into_any(),
        ["mer", "tema"] => view! { <topic_owner::OwnersPage /> }.into_any(),
        ["mer", "rapport"] => view! { <report::ReportPage /> }.into_any(),
        ["mer", "filer"] => view! { <exchange::ExchangePage /> }.into_any(),
        _ => lost(),
    }
}

fn of_record(id: &str, page: impl FnOnce(Id) -> AnyView) -> AnyView {
    id.parse().map_or_else(|_| lost(), page)
}
