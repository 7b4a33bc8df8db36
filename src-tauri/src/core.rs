//! The core as the window holds it: open, or the reason why it isn't.

use std::path::Path;

use app::App;
use domain::Fault;

/// What answers the interface's calls.
pub struct Core(Result<App, Fault>);

impl Core {
    /// Opens the data in `home` and starts syncing. A fault is kept and told to whoever calls,
    /// so that the window can show it.
    pub fn open(home: &Path) -> Self {
        let opened = App::open(home);
        match &opened {
            Ok(app) => app.run_sync(),
            Err(fault) => log::error!("opening: {fault}"),
        }
        Self(opened)
    }

    /// Answers a call, both as JSON.
    pub async fn answer(&self, request: &str) -> String {
        match &self.0 {
            Ok(app) => app.call_json(request).await,
            Err(fault) => serde_json::json!({ "Err": fault }).to_string(),
        }
    }
}
