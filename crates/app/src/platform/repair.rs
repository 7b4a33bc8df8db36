//! A database that turns out to be damaged while the app runs: it is salvaged at once, and what was
//! asked is tried again.

use std::sync::Arc;

use domain::Fault;
use domain::fault::Result;
use sync::Event;

use crate::App;
use crate::sync::driver::SyncError;
use crate::sync::join::Identity;

impl App {
    /// Has a damaged database salvaged. Tells whether it was one, so that trying again may do.
    pub(crate) fn mend(&self) -> Result<bool> {
        let mut store = self.store();
        let damaged = store.mend()?;
        if damaged {
            *self.identity() = Identity::of(&store, &self.0.host)?;
        }
        drop(store);
        self.touch();
        Ok(damaged)
    }

    /// Has the database salvaged if that is what a fault is about. Tells whether trying again may do;
    /// else what to tell: another fault than damage is the disk's.
    pub(crate) fn mended(&self, fault: Fault) -> Result<()> {
        let Fault::Unsound { detail } = fault else { return Err(fault) };
        if self.mend()? { Ok(()) } else { Err(Fault::Storage { detail }) }
    }

    /// The same for an attempt to talk to the server: it goes on from where the salvaged database is.
    pub(crate) fn mended_or(&self, trouble: SyncError) -> std::result::Result<Event, SyncError> {
        let SyncError::Fault(fault) = trouble else { return Err(trouble) };
        self.mended(fault)?;
        Ok(if self.space()?.cursor == 0 { Event::StartedOver } else { Event::Rested })
    }

    /// Looks at every page of a large database beside the app, which is not kept open by that.
    pub(crate) fn check_later(&self) {
        let Some(check) = self.store().check_later() else { return };
        let app = Arc::downgrade(&self.0);
        std::thread::spawn(move || {
            if check()
                && let Some(inner) = app.upgrade()
            {
                // What comes of it stands in the status; should it fail, whatever is asked next
                // says so.
                let _ = Self(inner).mend();
            }
        });
    }
}
