//! The browser shell: the same core as everywhere, in a Web Worker. Its JavaScript
//! holds the lock, keeps the key and passes the messages; see `static/worker.js`.
#![cfg(target_family = "wasm")]

use std::cell::Cell;

use app::{App, Host, System};
use domain::Fault;
use sqlite_wasm_vfs::sahpool::{OpfsSAHPoolCfg, OpfsSAHPoolUtil, install};
use store::{Key, Store};
use wasm_bindgen::prelude::*;
use web_sys::DedicatedWorkerGlobalScope;

/// The pool of files that SQLite works in, wrapped by the one that encrypts.
const VFS: &str = "multipleciphers-opfs-sahpool";
const DATABASE: &str = "bomiljo.db";

thread_local! {
    /// The files, held open.
    static FILES: Cell<Option<OpfsSAHPoolUtil>> = const { Cell::new(None) };
}

/// Lets go of the files of a closed database, so that they can be destroyed.
#[wasm_bindgen(js_name = letFilesGo)]
pub fn let_files_go() -> Result<(), JsValue> {
    let Some(files) = FILES.take() else { return Ok(()) };
    files.pause().map_err(|error| thrown(&Fault::Storage { detail: format!("{error:?}") }))
}

/// The core, open for calls.
#[wasm_bindgen]
pub struct Core(App);

#[wasm_bindgen]
impl Core {
    /// Opens the database with its key of 32 bytes, and begins to sync. Throws a fault as JSON, also
    /// when there is no database though one `was_made`. A test moves the clock by `offset`
    /// milliseconds, where this is built to be tested.
    pub async fn open(key: &[u8], was_made: bool, offset: Option<f64>) -> Result<Core, JsValue> {
        std::panic::set_hook(Box::new(|panic| tell(&domain::stop::report("core", panic))));
        let key = Key(key.try_into().map_err(|_| thrown(&Fault::WrongKey))?);
        let files = install::<sqlite_wasm_rs::WasmOsCallback>(&OpfsSAHPoolCfg::default(), true)
            .await
            .map_err(|error| thrown(&Fault::Storage { detail: format!("{error:?}") }))?;
        FILES.set(Some(files));
        let app = open(&key, was_made, offset).map_err(|fault| thrown(&fault))?;
        let syncing = app.clone();
        wasm_bindgen_futures::spawn_local(async move { syncing.drive().await });
        Ok(Self(app))
    }

    /// Carries out a call that came as JSON, and answers as JSON.
    pub async fn call(&self, request: String) -> String {
        let app = self.0.clone();
        app.call_json(&request).await
    }
}

fn open(key: &Key, was_made: bool, offset: Option<f64>) -> domain::fault::Result<App> {
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds")]
    let machine = System::moved(offset.map(|it| it as i64));
    App::new(Store::open(DATABASE, VFS, key, was_made)?, Host::within(machine), false)
}

/// Tells the page that the core has stopped.
fn tell(report: &str) {
    let message = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&message, &"stopped".into(), &report.into());
    let _ = js_sys::global().unchecked_into::<DedicatedWorkerGlobalScope>().post_message(&message);
}

fn thrown(fault: &Fault) -> JsValue {
    serde_json::to_string(fault).unwrap_or_default().into()
}
