//! What is carried away in a file: the archive of a site, a copy of it, and whether such a file is whole.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::App;
use archive::{Archive, Terms};
use clap::{Args, Subcommand};
use domain::calls;
use domain::fault::Result;
use sealed::{Flaw, Verified};
use serde::Serialize;

use crate::print::{bad_file, write};
use crate::{answer, given};

/// How the ciphertext of `age` begins.
const SEALED: &[u8] = b"age-encryption.org/v1";
/// What a TAR has in that place.
const TAR: (std::ops::Range<usize>, &[u8]) = (257..262, b"ustar");

/// What to make of it, and where.
#[derive(Args)]
pub struct Order {
    /// The folder to write to.
    folder: PathBuf,
    /// Who made the records, such as the municipality; the site itself without it.
    #[arg(long, default_value = "")]
    creator: String,
    /// Who takes the archive.
    #[arg(long, default_value = "")]
    depot: String,
    /// Does not seal the archive: for a depot that takes it over on the spot.
    #[arg(long)]
    open: bool,
    /// The language of what people read: nb, nn or en.
    #[arg(long, default_value = "nb")]
    locale: String,
}

/// What was written.
#[derive(Serialize)]
struct Written {
    archive: PathBuf,
    info: PathBuf,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<String>,
}

/// Writes the archive, sealed for the way, and the file that describes it.
pub async fn make(app: &App, order: Order) -> Result<ExitCode> {
    let Order { folder, creator, depot, open, locale } = order;
    let terms = Terms { creator, depot, locale };
    let mut told = |done, of| eprintln!("{done}/{of}");
    let Archive { id, tar, info } = archive::archive(app, &terms, &mut told).await?;
    std::fs::create_dir_all(&folder).map_err(|error| bad_file(&folder, &error))?;
    let described = folder.join(format!("{id}.info.xml"));
    let words = (!open).then(|| archive::words(app, id)).transpose()?;
    let (path, bytes) = match &words {
        Some(words) => (folder.join(format!("{id}.tar.age")), sealed::seal(&tar, words)?),
        None => (folder.join(format!("{id}.tar")), tar),
    };
    write(&path, &bytes)?;
    write(&described, info.as_bytes())?;
    answer(&Written { archive: path, info: described, words })
}

/// A copy of a site.
#[derive(Subcommand)]
pub enum Copy {
    /// Write the whole site with its history to one sealed file, and print the passphrase for it. Who has
    /// both can read everything.
    Write {
        /// The file.
        file: PathBuf,
    },
    /// Play a copy to an empty server, and enter the site with this device.
    Restore {
        /// The file.
        file: PathBuf,
        /// The passphrase, or `-` for standard input.
        #[arg(long)]
        words: String,
        /// The server's address.
        #[arg(long)]
        server: String,
        /// Your name.
        #[arg(long)]
        name: String,
    },
}

/// Writes a copy, or restores one.
pub async fn copy(app: &App, step: Copy) -> Result<ExitCode> {
    match step {
        Copy::Write { file } => {
            let copy = package::site::seal(app).await?;
            write(&file, &copy.bytes)?;
            answer(&copy.words)
        }
        Copy::Restore { file, words, server, name } => {
            let content = std::fs::read(&file).map_err(|error| bad_file(&file, &error))?;
            let copy = match package::site::open(&content, given(&words)?.trim()) {
                Ok(copy) => copy,
                Err(flaw) => return flawed(&flaw),
            };
            let mut told = |done, of| eprintln!("{done}/{of}");
            app.restore_site(&copy, &server, &name, &mut told).await?;
            app.sync_once().await?;
            answer(&app.run(calls::GetStatus {}).await?)
        }
    }
}

/// Says whether a file that was carried away is whole, or what is wrong with it.
pub fn verify(file: &Path, words: &str) -> Result<ExitCode> {
    let content = std::fs::read(file).map_err(|error| bad_file(file, &error))?;
    match verified(&content, words).and_then(|it| described(file, &content, words).map(|()| it)) {
        Ok(verified) => answer(&verified),
        Err(flaw) => flawed(&flaw),
    }
}

/// Says what is wrong with a file.
pub fn flawed(flaw: &Flaw) -> Result<ExitCode> {
    answer(flaw)?;
    eprintln!("bomiljo: {flaw}");
    Ok(ExitCode::FAILURE)
}

/// Checks an archive against the file beside it that describes it, where there is one.
fn described(file: &Path, content: &[u8], words: &str) -> std::result::Result<(), Flaw> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let of_archive = name.strip_suffix(".age").unwrap_or(&name).strip_suffix(".tar");
    let info = of_archive.map(|it| file.with_file_name(format!("{it}.info.xml")));
    let Some(info) = info.and_then(|it| std::fs::read(it).ok()) else { return Ok(()) };
    if is_tar(content) {
        return archive::verify_described(content, &info);
    }
    archive::verify_described(&sealed::open(content, words)?, &info)
}

fn verified(content: &[u8], words: &str) -> std::result::Result<Verified, Flaw> {
    if content.starts_with(SEALED) {
        return verified_open(&sealed::open(content, words)?);
    }
    if is_tar(content) {
        return archive::verify(content);
    }
    package::verify(&String::from_utf8_lossy(content), words)
}

/// What was sealed: an archive, a site, or the whole of a handover.
fn verified_open(plain: &[u8]) -> std::result::Result<Verified, Flaw> {
    if is_tar(plain) {
        return archive::verify(plain);
    }
    // What has another's folder is damaged to it; the other says what is wrong by name.
    match (package::site::verify(plain), package::whole::verify(plain)) {
        (Err(Flaw::Damaged), whole) => whole,
        (site, _) => site,
    }
}

fn is_tar(content: &[u8]) -> bool {
    content.get(TAR.0) == Some(TAR.1)
}
