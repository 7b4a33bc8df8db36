//! The core as the window holds it: open, or the reason why it isn't.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use app::App;
use archive::Progress;
use domain::paper::{CarryOrder, Order};
use domain::views::TakenOver;
use domain::{Fault, calls};

use crate::carry;

/// What answers the interface's calls.
#[derive(Clone)]
pub struct Core(Arc<OnceLock<Result<App, Fault>>>);

impl Core {
    /// Opens the data in `home`, while the window is being made, and starts syncing.
    pub fn open(home: PathBuf) -> Self {
        let core = Self(Arc::default());
        let opening = core.clone();
        std::thread::spawn(move || {
            opening.0.get_or_init(|| open(&home));
        });
        core
    }

    /// Answers a call, both as JSON, once the data is open. A fault in opening is told to
    /// whoever calls, so that the window can show it.
    pub async fn answer(&self, request: &str) -> String {
        match self.0.wait() {
            Ok(app) => app.call_json(request).await,
            Err(fault) => serde_json::json!({ "Err": fault }).to_string(),
        }
    }

    /// Whether the device was emptied, so that the web view has to forget what it stores too.
    pub fn is_empty(&self) -> bool {
        self.0.get().is_some_and(|it| it.as_ref().is_ok_and(App::is_empty))
    }

    /// Prints as PDF, once the data is open.
    pub async fn print(&self, order: &Order) -> Result<Vec<u8>, Fault> {
        let app = self.0.wait().as_ref().map_err(Clone::clone)?;
        paper::print(app, &order.paper, &order.locale).await
    }

    /// Makes what is carried away in files, once the data is open. `told` hears how much is done, of how much.
    pub async fn carry(
        &self,
        order: CarryOrder,
        told: &mut Progress<'_>,
    ) -> Result<Vec<u8>, Fault> {
        let app = self.0.wait().as_ref().map_err(Clone::clone)?;
        carry::make(app, order, told).await
    }

    /// Takes over what another site hands over in a file that the words open.
    pub async fn take_over(&self, file: &[u8], words: &str) -> Result<TakenOver, Fault> {
        let app = self.0.wait().as_ref().map_err(Clone::clone)?;
        let text = package::whole::handed(file, words)?;
        app.run(calls::TakeOver { text }).await
    }
}

fn open(home: &Path) -> Result<App, Fault> {
    let opened = App::open(home);
    match &opened {
        Ok(app) => app.run_sync(),
        Err(fault) => log::error!("opening: {fault}"),
    }
    opened
}
