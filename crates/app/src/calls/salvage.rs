//! Brings changes back from a database that was set aside.

use std::path::Path;

use domain::Fault;
use domain::fault::Result;
use domain::versions::Touched;
use domain::views::Salvaged;

use crate::App;

impl App {
    /// What was salvaged since the app started, if the database was damaged.
    pub fn salvaged(&self) -> Option<Salvaged> {
        self.store().salvaged().cloned()
    }

    /// Brings changes that this device wrote in a database that was set aside, and that no other
    /// device has, into the present one. Fetches everything first, so that sent changes don't come
    /// twice.
    ///
    /// Fails if the server can't be reached, with [`Fault::WrongKey`] if the file belongs to
    /// another key, and with [`Fault::BadFile`] if it isn't there or belongs to another site.
    pub async fn salvage(&self, file: &Path) -> Result<Salvaged> {
        self.sync_once().await?;
        let mut store = self.store();
        let author = self.author(store.space_id()?.ok_or(Fault::NoSite)?);
        let salvaged = store.salvage(file, author)?;
        drop(store);
        self.touch(&Touched::EVERYTHING);
        self.0.bell.notify_one();
        Ok(salvaged)
    }
}
