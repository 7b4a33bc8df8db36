//! Saving from a dialog, which closes once its content is saved, and not before.

use domain::{Fault, Id};
use leptos::prelude::*;

use crate::app::session::app;
use crate::kit::erased::{dynamic, task};
use crate::kit::states::wrong;

/// The state of a dialog's saving.
#[derive(Debug, Clone, Copy)]
pub struct Attempt {
    /// Whether the dialog is shown.
    pub open: RwSignal<bool>,
    /// Whether a save is under way, so that a second tap does nothing.
    pub busy: RwSignal<bool>,
    trouble: RwSignal<Option<Fault>>,
}

impl Attempt {
    /// No attempt made yet.
    pub fn new(open: RwSignal<bool>) -> Self {
        Self { open, busy: RwSignal::new(false), trouble: RwSignal::new(None) }
    }

    /// Does the work, which returns the group to undo. Then it closes the dialog and shows the note
    /// `said`. If the work fails, the dialog stays open and shows the fault.
    pub fn make(
        self,
        said: String,
        work: impl Future<Output = Result<Option<Id>, Fault>> + 'static,
    ) {
        let (app, open) = (app(), self.open);
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.trouble.set(None);
        task(async move {
            let outcome = work.await;
            // The user may have closed the dialog meanwhile.
            let _ = self.busy.try_set(false);
            match outcome {
                Ok(group) => {
                    let _ = open.try_set(false);
                    app.say(said, group);
                }
                Err(fault) => {
                    app.fail(&fault);
                    let _ = self.trouble.try_set(Some(fault));
                }
            }
        });
    }

    /// The fault, inside the dialog, because the note at the bottom of the page is behind it.
    pub fn trouble(self) -> AnyView {
        dynamic(move || self.trouble.get().map(|it| wrong(&it)))
    }
}
