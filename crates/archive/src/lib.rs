//! What a depot takes over when a site ends: one TAR that is a DIAS package. It holds the records as a Noark 5
//! extract with their log of changes, the same as tables that ADDML describes, and the papers as PDF/A. A
//! file beside it describes it and has its SHA-256.
//!
//! Nothing in the TAR is encrypted, and the names of its files name no person. What was deleted is listed as
//! destroyed (*kassert*), without what it said.

mod addml;
mod dias;
mod everything;
mod files;
mod journal;
mod noark;
mod papers;
mod rows;
mod verify;
mod xml;

use app::App;
use domain::fault::Result;
use domain::{Id, Submission};

pub use verify::{verify, verify_described};

use crate::everything::Everything;
use crate::files::Files;

/// What a site does not know of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// Who made the records, such as a municipality. Empty: the site itself.
    pub creator: String,
    /// Who takes the archive. Empty: not said.
    pub depot: String,
    /// The language of what people read: nb, nn or en.
    pub locale: String,
}

/// An archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archive {
    /// Its id, by which its files are named.
    pub id: Id,
    /// The package.
    pub tar: Vec<u8>,
    /// What describes it, an XML file.
    pub info: String,
}

/// How far the making of an archive has come: what is done, of how much.
pub type Progress<'a> = dyn FnMut(usize, usize) + Send + 'a;

/// What opens an archive that is sealed for the way.
pub fn words(app: &App, archive: Id) -> Result<String> {
    Ok(sealed::spoken(&app.package_secret("archive", archive, Id::nil())?))
}

/// Makes the archive of the device's site, and records that it was made. `told` hears of each paper.
///
/// Fails where the device has no site, a language has no texts, or something that arrived cannot be read,
/// because it would be missing.
pub async fn archive(app: &App, terms: &Terms, told: &mut Progress<'_>) -> Result<Archive> {
    let stand = app.stand()?;
    let all = Everything::of(app, terms).await?;
    let mut files = Files::new(all.made);
    let papers = papers::add(app, &all, &mut files, told).await?;
    rows::add(&all, &mut files)?;
    files.add("content/arkivstruktur.xml", noark::structure::write(&all, &papers)?.into());
    files.add("content/endringslogg.xml", noark::changes::write(&all)?.into());
    files.add("content/arkivuttrekk.xml", addml::write(&all, &files)?.into());
    dias::premis::add(&all, &mut files)?;
    files.add(dias::mets::NAME, dias::mets::write(&all, &files)?.into());
    let tar = files.tar(&all.id.to_string())?;
    let info = dias::info::write(&all, &tar)?;
    let submission = Submission {
        made_at: Some(all.made),
        holds: Submission::holding(&stand),
        to_depot: terms.depot.trim().to_owned(),
        ..Submission::default()
    };
    app.submit(all.id, &submission)?;
    Ok(Archive { id: all.id, tar, info })
}
