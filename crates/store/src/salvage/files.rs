//! The files of a database: the one it is in, its log, the one that will replace it, and those that
//! were set aside. Nothing that may hold somebody's words is deleted.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::Result;

/// The log beside a database.
pub fn log_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}

/// What will take its place, and is complete.
fn next_of(path: &Path) -> PathBuf {
    path.with_extension("new.db")
}

/// What is being made for that.
pub fn making_of(path: &Path) -> PathBuf {
    path.with_extension("making.db")
}

/// Takes back a next database that nobody has written in.
pub fn discard_next(path: &Path) {
    // One that stays is made anew by the next attempt.
    let _ = fs::remove_file(next_of(path));
}

/// What was being made is complete.
pub fn made(path: &Path) -> Result<()> {
    fs::rename(making_of(path), next_of(path))?;
    sync_folder(path)
}

/// The note that its loss was told of, so that the next start begins anew.
pub fn told_of(path: &Path) -> PathBuf {
    path.with_extension("told")
}

/// Whether there is a database, or a log that may hold one.
pub fn is_there(path: &Path) -> bool {
    path.exists() || fs::metadata(log_of(path)).is_ok_and(|it| it.len() > 0)
}

/// Puts a finished database in its place, and what was there out of the way first. Answers with the
/// name of what was set aside. Can be cut short anywhere: [`settle`] goes on.
pub fn replace(path: &Path) -> Result<String> {
    let kept = set_aside(path)?;
    settle(path)?;
    Ok(kept)
}

/// Finishes a replacement that was cut short: a next database without a present one is complete.
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

/// Sets a database and its log aside. The file goes first: a log alone is never taken for a database
/// of its own while the next one waits.
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

/// Removes what an attempt to make a next database left.
pub fn clear_making(path: &Path) {
    let making = making_of(path);
    for file in [&making, &log_of(&making)] {
        // What can't be removed is in the way of the next attempt, which then says so.
        let _ = fs::remove_file(file);
    }
}

/// Has renames survive a power cut.
pub fn sync_folder(path: &Path) -> Result<()> {
    match path.parent() {
        Some(folder) if cfg!(unix) => Ok(File::open(folder)?.sync_all()?),
        _ => Ok(()),
    }
}
