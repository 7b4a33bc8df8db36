//! Destroying all that a home stores: first the key, without which nothing else can be read, then each file.
//! What a disk overwrites may still be on it somewhere; the key that is gone is the protection.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use domain::Fault;
use domain::fault::Result;
use rand_core::Rng;
use store::key;

use crate::Host;

/// The file that is there from the beginning to the end of a purge.
const BEGUN: &str = "emptying";
/// How many bytes are overwritten at once.
const PIECE: usize = 64 << 10;

/// What the file says while the key is in a file, where no key store has to let go of it.
const IN_FILE: &str = "file";
/// How the names of the files begin that are ours.
const OURS: [&str; 2] = ["bomiljo", key::FILE];

/// Destroys what a home stores. Its lock stays, and so do files that are not ours.
pub fn purge(home: &Path, host: &Host) -> Result<()> {
    let where_it_is = if home.join(key::FILE).exists() { IN_FILE } else { "" };
    begin(home, where_it_is).map_err(|it| storage(&it))?;
    go_on(home, host, where_it_is)
}

/// Ends a purge that was interrupted.
pub fn finish(home: &Path, host: &Host) -> Result<()> {
    match fs::read_to_string(home.join(BEGUN)) {
        Ok(where_it_is) => go_on(home, host, &where_it_is),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(storage(&error)),
    }
}

/// Whether a file lies in a home that was set aside because it was damaged. It may hold what is nowhere else.
pub fn has_set_aside(home: &Path) -> bool {
    let names = fs::read_dir(home).into_iter().flatten().flatten().map(|it| it.file_name());
    names.into_iter().any(|it| it.to_string_lossy().contains(".damaged-"))
}

/// Notes that a purge begins, before anything is destroyed.
fn begin(home: &Path, where_the_key_is: &str) -> io::Result<()> {
    let mut file = File::create(home.join(BEGUN))?;
    file.write_all(where_the_key_is.as_bytes())?;
    file.sync_all()?;
    sync(home)
}

fn go_on(home: &Path, host: &Host, where_the_key_is: &str) -> Result<()> {
    let let_go = key::forget(home, host.keys());
    if where_the_key_is != IN_FILE {
        let_go?;
    }
    let destroyed = files(home, host).and_then(|()| sync(home));
    let ended = destroyed.and_then(|()| fs::remove_file(home.join(BEGUN)));
    ended.and_then(|()| sync(home)).map_err(|it| storage(&it))
}

/// Makes sure that the names in a folder are on the disk.
fn sync(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Overwrites and removes the files of a home: the key first.
fn files(home: &Path, host: &Host) -> io::Result<()> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(home)? {
        let entry = entry?;
        let name = entry.file_name();
        let ours = OURS.iter().any(|it| name.to_string_lossy().starts_with(it));
        if ours && entry.file_type()?.is_file() {
            paths.push(entry.path());
        }
    }
    paths.sort_by_key(|it| it.file_name().is_none_or(|name| name != key::FILE));
    paths.iter().try_for_each(|it| destroy(it, host))
}

fn destroy(path: &Path, host: &Host) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    let (mut left, mut piece) = (file.metadata()?.len(), vec![0; PIECE]);
    while left > 0 {
        host.rng().fill_bytes(&mut piece);
        let size = PIECE.min(usize::try_from(left).unwrap_or(PIECE));
        file.write_all(&piece[..size])?;
        left -= size as u64;
    }
    file.sync_all()?;
    drop(file);
    fs::remove_file(path)
}

fn storage(error: &io::Error) -> Fault {
    Fault::Storage { detail: error.to_string() }
}
