//! The folder and the file: their permissions, and whether they are as they were left.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::folder::LOCK;
use crate::{Error, Result};

const FILE: &str = "server.db";
/// The files that SQLite leaves beside the database until it is closed properly. The first has
/// acknowledged changes that are not in the database file yet.
const BESIDE: [&str; 2] = ["-wal", "-shm"];

/// The file of a folder, which is created if necessary. Only its owner can read either.
pub fn file(folder: &Path) -> Result<PathBuf> {
    fs::create_dir_all(folder)?;
    if holds_only_ours(folder)? {
        close(folder, 0o700);
    }
    let file = folder.join(FILE);
    not_lost(&file)?;
    Ok(file)
}

/// Only its owner may read and write a file.
pub fn keep_private(file: &Path) {
    close(file, 0o600);
}

/// Restricts permissions. A failure is only logged, because the server can work all the same.
fn close(path: &Path, mode: u32) {
    if let Err(error) = allow_owner(path, mode) {
        tracing::warn!(%error, "others on this machine may be able to read the database");
    }
}

/// Whether the folder has only our files. With others in it, it keeps its permissions.
fn holds_only_ours(folder: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        if name != LOCK && !name.to_string_lossy().starts_with("server.") {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Without a database there must be no trace of one either. SQLite would create a new one and
/// delete what is left of the old.
fn not_lost(file: &Path) -> Result<()> {
    let size = fs::metadata(file).map(|it| it.len());
    if size.as_ref().is_ok_and(|size| *size > 0) {
        return Ok(());
    }
    let traces = BESIDE.map(|it| file.with_file_name(format!("{FILE}{it}")));
    if let Some(trace) = traces.iter().find(|it| fs::metadata(it).is_ok_and(|it| it.len() > 0)) {
        return Err(Error::Lost(format!(
            "{} is empty or gone, and {} shows that there was one; put back a backup and start with \
             --restored, or move both away to begin anew",
            file.display(),
            trace.display()
        )));
    }
    if size.is_ok() {
        tracing::warn!(
            "server.db is empty, and a new database begins in it; if there was one before, \
             stop, put back a backup and start with --restored"
        );
    }
    Ok(())
}

#[cfg(unix)]
fn allow_owner(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

/// Elsewhere a folder's rights are inherited, and set where it is made.
#[cfg(not(unix))]
fn allow_owner(_path: &Path, _mode: u32) -> io::Result<()> {
    Ok(())
}
