//! Bringing back what lies in a database that was set aside.

use std::path::Path;

use domain::Fault;
use domain::fault::Result;
use domain::views::Salvaged;

use crate::App;

impl App {
    /// What was salvaged since the app started, if the database turned out to be damaged.
    pub fn salvaged(&self) -> Option<Salvaged> {
        self.store().salvaged().cloned()
    }

    /// Brings into the present database what this device wrote in one that was set aside and nobody
    /// has. Everything is fetched first, so that what was sent doesn't come twice.
    ///
    /// Fails with whatever keeps this device from the server, and with [`Fault::WrongKey`] or
    /// [`Fault::BadFile`] when the file is not this device's, or is another site's.
    pub async fn salvage(&self, file: &Path) -> Result<Salvaged> {
        self.sync_once().await?;
        let mut store = self.store();
        let author = self.author(store.space_id()?.ok_or(Fault::NoSite)?);
        let salvaged = store.salvage(file, author)?;
        drop(store);
        self.touch();
        self.0.bell.notify_one();
        Ok(salvaged)
    }
}
