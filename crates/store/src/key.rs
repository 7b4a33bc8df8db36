//! Where a device's key is kept: in the operating system's key store, or, where
//! there is none, in a file that only its owner can read; the app says so then.

use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::path::Path;

use base16ct::lower as hex;
use domain::Fault;

use crate::salvage;
use crate::{Key, Result};

const SERVICE: &str = "no.bomiljo.app";
const FILE: &str = "key";
/// What a home's database is called.
pub const DATABASE: &str = "bomiljo.db";
/// What the file is called until it is whole.
const NEXT: &str = "key.new";

/// The key of a home, if it has one, and whether it lies in a file.
///
/// Fails with [`Fault::DamagedKey`] when it isn't as it was written.
pub fn find(home: &Path) -> Result<Option<(Key, bool)>> {
    let file = home.join(FILE);
    match fs::read(&file) {
        Ok(text) => {
            make_private(&file)?;
            Ok(Some((decode(&text)?, true)))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let names = id_of(home).into_iter().chain([home.to_string_lossy().into_owned()]);
            let kept = names.filter_map(|it| entry(&it)).find_map(|it| it.get_password().ok());
            kept.map(|it| Ok((decode(it.as_bytes())?, false))).transpose()
        }
        Err(error) => Err(error.into()),
    }
}

/// Keeps the key of a new home; tells whether it lies in a file. A full disk leaves nothing.
pub fn keep(home: &Path, key: &Key) -> Result<bool> {
    let text = format!("{}-{}", hex::encode_string(&key.0), hex::encode_string(&key.id()));
    // By the database's id, so that the folder can be moved, and by its place, should the file be lost.
    let names = [hex::encode_string(&key.id()), home.to_string_lossy().into_owned()];
    if names.iter().all(|it| entry(it).is_some_and(|it| it.set_password(&text).is_ok())) {
        return Ok(false);
    }
    let (next, file) = (home.join(NEXT), home.join(FILE));
    // One that is left from an attempt that was cut short opens nothing.
    let _ = fs::remove_file(&next);
    let written = write_private(&next, &text).and_then(|()| Ok(fs::rename(&next, &file)?));
    written.inspect_err(|_| drop(fs::remove_file(&next)))?;
    salvage::sync_folder(&file)?;
    Ok(true)
}

/// Sets a key file aside that nothing was ever written to, as a full disk left it in earlier versions.
/// Tells whether it was one.
pub fn set_empty_aside(home: &Path) -> Result<bool> {
    let file = home.join(FILE);
    let empty = fs::metadata(&file).is_ok_and(|it| it.len() == 0);
    if empty {
        fs::rename(&file, home.join("key.empty"))?;
    }
    Ok(empty)
}

fn entry(name: &str) -> Option<keyring::Entry> {
    keyring::Entry::new(SERVICE, name).ok()
}

/// The id of the database in a home, as its header has it.
fn id_of(home: &Path) -> Option<String> {
    let mut id = [0; 16];
    File::open(home.join(DATABASE)).ok()?.read_exact(&mut id).ok()?;
    Some(hex::encode_string(&id))
}

/// The key, and after a dash the id of the database that it opens, which tells when a character is wrong.
fn decode(text: &[u8]) -> Result<Key> {
    let read = || {
        let text = str::from_utf8(text).ok()?.trim();
        let (key, id) = text.split_once('-').map_or((text, None), |(key, id)| (key, Some(id)));
        let key = Key(hex::decode_vec(key).ok()?.try_into().ok()?);
        let fits = id.is_none_or(|it| it == hex::encode_string(&key.id()));
        fits.then_some(key)
    };
    Ok(read().ok_or(Fault::DamagedKey)?)
}

fn write_private(path: &Path, text: &str) -> Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    Ok(file.sync_all()?)
}

/// A key that others can read, as a careless copy leaves it, is its owner's alone again.
fn make_private(path: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let file = File::open(path)?;
        let mut permissions = file.metadata()?.permissions();
        if permissions.mode() & 0o077 != 0 {
            permissions.set_mode(0o600);
            file.set_permissions(permissions)?;
        }
    }
    Ok(())
}
