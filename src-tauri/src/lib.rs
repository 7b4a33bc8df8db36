//! The window: the interface in a web view, with the core behind one command, and three more that make and read files.

mod carry;
mod core;
#[cfg(target_os = "linux")]
mod webkit;

use std::path::PathBuf;

use domain::paper::{CarryOrder, Order};
use tauri::ipc::{Channel, InvokeBody, Request, Response};
use tauri::webview::WebviewWindowBuilder;
use tauri::{AppHandle, Manager, Runtime};

use crate::core::Core;

/// Runs a call of the interface. Call and answer are JSON; the core knows their form.
#[tauri::command]
async fn call(app: AppHandle, request: String) -> String {
    let core = app.state::<Core>();
    let reply = core.answer(&request).await;
    if core.is_empty() {
        forget(&app);
    }
    reply
}

/// Has the web view forget what it stores.
fn forget<R: Runtime>(app: &AppHandle<R>) {
    for window in app.webview_windows().values() {
        if let Err(error) = window.clear_all_browsing_data() {
            log::error!("clearing the web view: {error}");
        }
    }
}

/// Prints as PDF. Fails with the fault as JSON.
#[tauri::command]
async fn paper(app: AppHandle, order: Order) -> Result<Response, String> {
    let printed = app.state::<Core>().print(&order).await;
    printed.map(Response::new).map_err(|fault| serde_json::json!(fault).to_string())
}

/// Makes what is carried away in files, and tells how much is done, of how much. Fails with the fault as JSON.
#[tauri::command]
async fn carry(
    app: AppHandle,
    order: CarryOrder,
    progress: Channel<(usize, usize)>,
) -> Result<Response, String> {
    // A page that has gone needs not hear it.
    let mut tell = |done, of| drop(progress.send((done, of)));
    let made = app.state::<Core>().carry(order, &mut tell).await;
    made.map(Response::new).map_err(|fault| serde_json::json!(fault).to_string())
}

/// Takes over what another site hands over: the file is the body, its words are a header. The answer, or
/// the fault, is JSON.
#[tauri::command]
async fn take_over(app: AppHandle, request: Request<'_>) -> Result<String, String> {
    let InvokeBody::Raw(file) = request.body() else { return Err(String::new()) };
    let words = request.headers().get("words").and_then(|it| it.to_str().ok()).unwrap_or_default();
    let taken = app.state::<Core>().take_over(file, words).await;
    let taken = taken.map(|it| serde_json::json!(it).to_string());
    taken.map_err(|fault| serde_json::json!(fault).to_string())
}

/// Opens the window and returns when it is closed.
#[cfg_attr(mobile, tauri::mobile_entry_point)]
pub fn run() {
    #[cfg(target_os = "linux")]
    webkit::prepare();
    let home = std::env::var_os("BOMILJO_HOME").map(PathBuf::from);
    let ran = with_plugins(home.is_some())
        .invoke_handler(tauri::generate_handler![call, carry, paper, take_over])
        .setup(move |app| open(app.handle(), home.as_deref()).map_err(Into::into))
        .run(tauri::generate_context!());
    if let Err(error) = ran {
        log::error!("{error}");
        eprintln!("bomiljo-app: {error}");
        std::process::exit(1);
    }
}

/// A device has one window. With a home of its own, for a demonstration or a test, an instance
/// stands beside the others and leaves what they remember alone.
fn with_plugins(own_home: bool) -> tauri::Builder<tauri::Wry> {
    let log = tauri_plugin_log::Builder::new().level(log::LevelFilter::Info).build();
    let mut builder = tauri::Builder::default();
    #[cfg(desktop)]
    if !own_home {
        // This one first: a second instance must end before it does anything else.
        builder = builder
            .plugin(tauri_plugin_single_instance::init(|app, _, _| show(app)))
            .plugin(tauri_plugin_window_state::Builder::default().build());
    }
    builder
        .plugin(log)
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_notification::init())
}

/// Opens the core and the window at the same time; calls wait for the core.
fn open<R: Runtime>(app: &AppHandle<R>, home: Option<&std::path::Path>) -> tauri::Result<()> {
    let data = home.map_or_else(|| app.path().app_data_dir(), |home| Ok(home.to_owned()))?;
    app.manage(Core::open(data.clone()));
    for window in &app.config().app.windows {
        let mut builder = WebviewWindowBuilder::from_config(app, window)?;
        if home.is_some() {
            builder = builder.data_directory(data.join("webview"));
        }
        builder.build()?;
    }
    Ok(())
}

#[cfg(desktop)]
fn show<R: Runtime>(app: &AppHandle<R>) {
    for window in app.webview_windows().values() {
        let shown =
            window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
        if let Err(error) = shown {
            log::warn!("showing the window: {error}");
        }
    }
}
