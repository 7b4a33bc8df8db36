//! A whole site with its history in one sealed file.

use app::{App, SiteCopy};
use domain::fault::Result;
use domain::{Id, calls};
use sealed::{Flaw, Verified};

use crate::bag::{self, Bag};
use crate::verify::checked;

/// The file in it that holds the site.
const FILE: &str = "site.json";

/// A sealed file.
pub struct Sealed {
    /// Its content.
    pub bytes: Vec<u8>,
    /// What opens it.
    pub words: String,
}

/// The site of a device. Who has the file and the words can read everything, and join.
pub async fn seal(app: &App) -> Result<Sealed> {
    let made = app.run(calls::GetClock {}).await?.now;
    let copy = app.copy_site()?;
    let mut bag = Bag::new(bag::SITE, made);
    bag.add_json(FILE, &copy)?;
    let words = sealed::spoken(&app.package_secret("site", Id::nil(), Id::nil())?);
    Ok(Sealed { bytes: sealed::seal(&bag.zip()?, &words)?, words })
}

/// Opens the file of a site.
pub fn open(sealed: &[u8], words: &str) -> std::result::Result<SiteCopy, Flaw> {
    read(&sealed::open(sealed, words)?)
}

/// Checks what was sealed in the file of a site.
pub fn verify(plain: &[u8]) -> std::result::Result<Verified, Flaw> {
    let files = read(plain)?.changes();
    Ok(Verified { what: "site", files, bytes: plain.len() })
}

fn read(plain: &[u8]) -> std::result::Result<SiteCopy, Flaw> {
    let mut files = checked(plain, bag::SITE)?;
    let name = format!("data/{FILE}");
    let file = files.remove(&name).ok_or(Flaw::Missing { file: name })?;
    let copy = SiteCopy::read(&file).ok_or(Flaw::Damaged)?;
    if copy.is_newer() { Err(Flaw::Newer) } else { Ok(copy) }
}
