//! The files of a database: the file itself, its write-ahead log, its replacement, and those that
//! were set aside. No file that may hold a user's text is deleted.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::Result;

/// The write-ahead log of a database.
pub fn log_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}

/// The complete replacement of a database.
fn next_of(path: &Path) -> PathBuf {
    path.with_extension("new.db")
}

/// The replacement while it is being made.
pub fn making_of(path: &Path) -> PathBuf {
    path.with_extension("making.db")
}

/// Removes an unused replacement.
pub fn discard_next(path: &Path) {
    // If it can't be removed, the next attempt makes it again.
    let _ = fs::remove_file(next_of(path));
}

/// Marks the replacement as complete.
pub fn made(path: &Path) -> Result<()> {
    fs::rename(making_of(path), next_of(path))?;
    sync_folder(path)
}

/// The note that a loss was reported, so that the next start creates a new database.
pub fn told_of(path: &Path) -> PathBuf {
    path.with_extension("told")
}

/// Whether there is a database, or a write-ahead log that may hold one.
pub fn is_there(path: &Path) -> bool {
    path.exists() || fs::metadata(log_of(path)).is_ok_and(|it| it.len() > 0)
}

/// Sets the present files aside and moves the replacement into their place. Returns the name of the
/// file that was set aside. It can be interrupted anywhere: [`settle`] continues.
pub fn replace(path: &Path) -> Result<String> {
    let kept = set_aside(path)?;
    settle(path)?;
    Ok(kept)
}

/// Finishes an interrupted replacement. A replacement without a present database is complete.
pub fn settle(path: &Path) -> Result<()> {
    let next = next_of(path);
    if path.exists() || !next.exists() {
        return Ok(());
    }
    if log_of(path).exists() {
        set_aside(path)?;
    }
    fs::rename(next, path)?;
    sync_folder(path)
}

/// Sets a database and its write-ahead log aside. The database goes first: a log alone is never
/// taken for a database while a replacement waits.
pub fn set_aside(path: &Path) -> Result<String> {
    let name = |number: u32| path.with_extension(format!("damaged-{number}.db"));
    let taken = |it: &PathBuf| it.exists() || log_of(it).exists();
    let kept = (1..=u32::MAX).map(name).find(|it| !taken(it)).unwrap_or_default();
    for (from, to) in [(path, kept.as_path()), (&log_of(path), &log_of(&kept))] {
        if from.exists() {
            fs::rename(from, to)?;
        }
    }
    sync_folder(path)?;
    Ok(kept.file_name().unwrap_or_default().to_string_lossy().into_owned())
}

/// Removes what an attempt to make a replacement left.
pub fn clear_making(path: &Path) {
    let making = making_of(path);
    for file in [&making, &log_of(&making)] {
        // A file that can't be removed makes the next attempt fail, with a message.
        let _ = fs::remove_file(file);
    }
}

/// Makes renames survive a power cut.
pub fn sync_folder(path: &Path) -> Result<()> {
    match path.parent() {
        Some(folder) if cfg!(unix) => Ok(File::open(folder)?.sync_all()?),
        _ => Ok(()),
    }
}
