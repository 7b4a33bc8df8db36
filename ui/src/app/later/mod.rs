//! Pages that are not needed at the start are in a wasm module of their own. It is fetched once the
//! first page is painted, so that a phone shows that page sooner.

pub mod module;

use std::any::Any;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use domain::Fault;
use leptos::prelude::*;

use crate::app::connectivity;
use crate::app::router::{Args, Route};
use crate::app::session::{App, app};
use crate::kit::erased::{dynamic, task};
use crate::kit::states;

/// How long the fetch waits, so that the first page has the processor to itself.
const SETTLING: Duration = Duration::from_millis(500);

/// What the module draws.
#[derive(Debug, Clone)]
pub enum Deferred {
    /// A page.
    Page(&'static Route, Args),
    /// The part of a page of that name, with its data.
    Part(&'static str, Arc<dyn Any + Send + Sync>),
}

/// The module.
#[derive(Debug)]
pub struct Module {
    /// Fetches the module and starts its reminders. Returns whether it is here.
    pub fetch: fn(App) -> Pin<Box<dyn Future<Output = bool>>>,
    /// Draws a page or a part once the module is here.
    pub draw: fn(Deferred) -> AnyView,
}

static MODULE: OnceLock<Module> = OnceLock::new();

/// Takes the module. Called once, before anything is drawn.
pub fn register(module: Module) {
    let _ = MODULE.set(module);
}

/// Fetches the module after a pause; if that fails, again when the network is back.
pub fn soon(app: App) {
    set_timeout(move || task(ensure(app)), SETTLING);
    connectivity::retry(app, move || app.pages.get() == Some(false), move || task(ensure(app)));
}

/// A part of a page that the module draws.
pub fn part(name: &'static str, with: impl Any + Send + Sync) -> AnyView {
    shown(Deferred::Part(name, Arc::new(with)))
}

/// Draws a page or a part, at once if the module is here.
pub fn shown(what: Deferred) -> AnyView {
    let (app, pages) = (app(), app().pages);
    task(ensure(app));
    dynamic(move || match pages.get() {
        None => states::waiting(),
        Some(false) => states::wrong(&Fault::Offline),
        Some(true) => MODULE.get().map_or_else(states::waiting, |it| (it.draw)(what.clone())),
    })
}

/// Fetches the module unless it is here.
async fn ensure(app: App) {
    let Some(module) = MODULE.get() else { return };
    let here = (module.fetch)(app).await;
    if app.pages.get_untracked() != Some(here) {
        app.pages.set(Some(here));
    }
}
