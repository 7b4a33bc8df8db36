//! What a receiver outside the app gets: one HTML file that holds an `age` ciphertext and what opens it. It
//! asks for a passphrase, shows what is handed over, takes answers and saves them as a file, without a
//! network and with nothing installed. `age -d` opens the same ciphertext: a ZIP that is a `BagIt` bag, with
//! the papers and everything as JSON.

mod bag;
mod content;
mod page;
pub mod site;
mod verify;
pub mod whole;

use app::App;
use domain::fault::Result;
use domain::paper::Paper;
use domain::{Id, calls};
use serde::Serialize;

pub use verify::verify;

use crate::bag::Bag;
use crate::content::Page;

/// The file in a package with everything as data.
const HANDED: &str = "overlevering.json";
/// The file in a package that people read.
const PAPER: &str = "overlevering.pdf";

/// A package for a receiver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Package {
    /// The file's content.
    pub html: String,
    /// What opens it, to be told by phone. The same for all packages of a handover to the receiver.
    pub words: String,
    /// The group in which it was noted that the receiver gets a package, for an undo.
    pub group: Option<Id>,
}

/// Makes the package of a handover for a receiver, and notes that the receiver learns of their matters that
/// way. `locale` is the team's language.
///
/// Fails where no matter of the handover waits for the receiver's answer.
pub async fn pack(app: &App, handover: Id, receiver: Id, locale: &str) -> Result<Package> {
    let made = app.run(calls::GetClock {}).await?.now;
    let whole = Paper::Handover { id: handover, receiver: Some(receiver) };
    let mut bag = Bag::new(bag::HANDOVER, made);
    bag.add(PAPER, paper::print(app, &whole, locale).await?);
    bag.add_json("page.json", &Page::of(app, handover, receiver).await?)?;
    bag.add_json(HANDED, &content::handed(app, handover, Some(receiver), made).await?)?;
    let words = words(app, handover, receiver)?;
    let html = page::with(&sealed::as_text(&bag.zip()?, &words)?, locale)?;
    let group = app.run(calls::SendPackage { handover, receiver }).await?;
    Ok(Package { html, words, group })
}

/// The passphrase of a handover's packages to a receiver: every device of the site knows it.
pub fn words(app: &App, handover: Id, receiver: Id) -> Result<String> {
    Ok(sealed::spoken(&app.package_secret("words", handover, receiver)?))
}
