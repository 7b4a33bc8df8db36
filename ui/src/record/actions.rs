//! What one tap does to a record, with an undo.

use domain::calls::{Get, Save};
use domain::entry::Entry;
use domain::views::Saved;
use domain::{Body, Fault, Id};

use crate::app::api;
use crate::app::new_id::new_id;
use crate::app::session::App;
use crate::kit::erased::task;

/// Sets fields of a record, having read what stands there now, and says `said`.
pub fn set(app: App, id: Id, fields: Body, said: String) {
    task(async move {
        match change(id, fields).await {
            Ok(saved) => app.say(said, saved.group),
            Err(fault) => app.fail(&fault),
        }
    });
}

/// Sets fields of a record, having read what stands there now.
pub async fn change(id: Id, fields: Body) -> Result<Saved, Fault> {
    let entry = api::call(Get { id }).await?.entries.into_iter().next().ok_or(Fault::NotFound)?;
    api::call(Save { entry: Entry { fields, conflicts: Vec::new(), ..entry } }).await
}

/// Makes a new record of a kind.
pub async fn make(kind: &str, fields: Body) -> Result<Saved, Fault> {
    let entry = Entry { id: new_id(), kind: kind.to_owned(), fields, ..Entry::default() };
    api::call(Save { entry }).await
}
