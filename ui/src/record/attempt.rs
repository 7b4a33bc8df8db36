//! Saving from a dialog: it closes once what was typed is saved, and not before.

use domain::{Fault, Id};
use leptos::prelude::*;

use crate::app::session::app;
use crate::kit::erased::{dynamic, task};
use crate::kit::states::wrong;

/// How far the saving has come.
#[derive(Debug, Clone, Copy)]
pub struct Attempt {
    /// Whether the dialog is shown.
    pub open: RwSignal<bool>,
    /// Whether something is being saved, so that a second tap does nothing.
    pub busy: RwSignal<bool>,
    trouble: RwSignal<Option<Fault>>,
}

impl Attempt {
    /// None made yet.
    pub fn new(open: RwSignal<bool>) -> Self {
        Self { open, busy: RwSignal::new(false), trouble: RwSignal::new(None) }
    }

    /// Does the work, which answers with what takes it back. Then closes the dialog and says
    /// `said`; or leaves it as it is, and says in it what went wrong.
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
            // Somebody may have closed the dialog meanwhile.
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

    /// What went wrong. The note at the bottom of the page lies behind the dialog.
    pub fn trouble(self) -> AnyView {
        dynamic(move || self.trouble.get().map(|it| wrong(&it)))
    }
}
