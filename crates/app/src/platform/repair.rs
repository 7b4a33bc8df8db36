//! Damage found while the app runs. The database is salvaged at once, and the call is tried again.

use std::sync::Arc;

use domain::Fault;
use domain::fault::Result;
use domain::versions::Touched;
use sync::Event;

use crate::App;
use crate::sync::driver::SyncError;
use crate::sync::join::Identity;

impl App {
    /// Salvages the database if it is damaged. Returns whether it was, so that a retry may succeed.
    pub(crate) fn mend(&self) -> Result<bool> {
        let mut store = self.store();
        let damaged = store.mend()?;
        if damaged {
            *self.identity() = Identity::of(&mut store, &self.0.host)?;
        }
        drop(store);
        self.touch(&Touched::EVERYTHING);
        Ok(damaged)
    }

    /// Salvages the database if the fault may come from damage. `Ok` means that a retry may
    /// succeed; otherwise the fault to report.
    pub(crate) fn mended(&self, fault: Fault) -> Result<()> {
        let Fault::Unsound { detail } = fault else { return Err(fault) };
        if self.mend()? { Ok(()) } else { Err(Fault::Storage { detail }) }
    }

    /// The same for a sync attempt, which continues from the salvaged database.
    pub(crate) fn mended_or(&self, trouble: SyncError) -> std::result::Result<Event, SyncError> {
        let SyncError::Fault(fault) = trouble else { return Err(trouble) };
        self.mended(fault)?;
        Ok(if self.space()?.cursor == 0 { Event::StartedOver } else { Event::Rested })
    }

    /// Checks every page of a large database in the background. This doesn't keep the app open.
    pub(crate) fn check_later(&self) {
        let Some(check) = self.store().check_later() else { return };
        let app = Arc::downgrade(&self.0);
        std::thread::spawn(move || {
            if check()
                && let Some(inner) = app.upgrade()
            {
                // The status reports the outcome. If it fails, the next call reports that.
                let _ = Self(inner).mend();
            }
        });
    }
}
