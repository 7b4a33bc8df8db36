//! A whole handover for a team that begins anew elsewhere, in one sealed file; and what a package hands over,
//! whichever it is.

use app::App;
use domain::fault::Result;
use domain::paper::Paper;
use domain::{Id, calls};
use sealed::{Flaw, Verified};

use crate::bag::{self, Bag};
use crate::site::Sealed;
use crate::verify::{armored, checked};
use crate::{HANDED, PAPER, content};

/// How the ciphertext of `age` begins, unless it is text.
const BINARY: &[u8] = b"age-encryption.org/v1";

/// The whole of a handover. `locale` is the team's language.
pub async fn seal(app: &App, handover: Id, locale: &str) -> Result<Sealed> {
    let made = app.run(calls::GetClock {}).await?.now;
    let paper = Paper::Handover { id: handover, receiver: None };
    let mut bag = Bag::new(bag::HANDOVER, made);
    bag.add(PAPER, paper::print(app, &paper, locale).await?);
    bag.add_json(HANDED, &content::handed(app, handover, None, made).await?)?;
    let words = sealed::spoken(&app.package_secret("whole", handover, Id::nil())?);
    Ok(Sealed { bytes: sealed::seal(&bag.zip()?, &words)?, words })
}

/// Checks what was sealed in the file of a whole.
pub fn verify(plain: &[u8]) -> std::result::Result<Verified, Flaw> {
    let files = checked(plain, bag::HANDOVER)?;
    let bytes = files.values().map(Vec::len).sum();
    Ok(Verified { what: "handover", files: files.len(), bytes })
}

/// What a package hands over, as data: of a receiver's page, or of a whole.
pub fn handed(content: &[u8], words: &str) -> std::result::Result<String, Flaw> {
    let zip = if content.starts_with(BINARY) {
        sealed::open(content, words)?
    } else {
        sealed::open(armored(&String::from_utf8_lossy(content))?.as_bytes(), words)?
    };
    let mut files = checked(&zip, bag::HANDOVER)?;
    let name = format!("data/{HANDED}");
    let file = files.remove(&name).ok_or(Flaw::Missing { file: name })?;
    String::from_utf8(file).map_err(|_| Flaw::Damaged)
}
