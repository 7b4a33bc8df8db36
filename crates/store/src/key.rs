//! Where a device's key is stored: in a key store. If there is none, in a file that only its owner can
//! read; the app then says so.

use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::path::Path;

use base16ct::lower as hex;
use domain::Fault;

use crate::salvage;
use crate::{Key, Result};

/// A key store, such as the operating system's.
pub trait KeyStore: Send + Sync {
    /// The secret of that name, if it is there.
    fn find(&self, name: &str) -> Option<String>;
    /// Stores a secret. Returns whether it is there now.
    fn keep(&self, name: &str, secret: &str) -> bool;
    /// Destroys a secret. Returns whether it is gone, also if it was never there.
    fn forget(&self, name: &str) -> bool;
}

/// No key store: the key is in a file.
#[derive(Debug, Clone, Copy)]
pub struct NoKeyStore;

impl KeyStore for NoKeyStore {
    fn find(&self, _: &str) -> Option<String> {
        None
    }

    fn keep(&self, _: &str, _: &str) -> bool {
        false
    }

    fn forget(&self, _: &str) -> bool {
        true
    }
}

/// The file name of a key, where there is no key store.
pub const FILE: &str = "key";
/// The file name of a home's database.
pub const DATABASE: &str = "bomiljo.db";
/// The file name of a key file until it is complete.
const NEXT: &str = "key.new";

/// The key of a home, if there is one, and whether it is in a file.
///
/// Fails with [`Fault::DamagedKey`] if it isn't as it was written.
pub fn find(home: &Path, keys: &dyn KeyStore) -> Result<Option<(Key, bool)>> {
    let file = home.join(FILE);
    match fs::read(&file) {
        Ok(text) => {
            make_private(&file)?;
            Ok(Some((decode(&text)?, true)))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let kept = names_of(home).find_map(|it| keys.find(&it));
            kept.map(|it| Ok((decode(it.as_bytes())?, false))).transpose()
        }
        Err(error) => Err(error.into()),
    }
}

/// Stores the key of a new home, and returns whether it is in a file. A full disk leaves nothing.
pub fn keep(home: &Path, key: &Key, keys: &dyn KeyStore) -> Result<bool> {
    let text = format!("{}-{}", hex::encode_string(&key.0), hex::encode_string(&key.id()));
    // By the database's id, so that the folder can be moved, and by its path, in case the file is
    // lost.
    let names = [hex::encode_string(&key.id()), home.to_string_lossy().into_owned()];
    if names.iter().all(|it| keys.keep(it, &text)) {
        return Ok(false);
    }
    let (next, file) = (home.join(NEXT), home.join(FILE));
    // A file left by an interrupted attempt opens nothing.
    let _ = fs::remove_file(&next);
    let written = write_private(&next, &text).and_then(|()| Ok(fs::rename(&next, &file)?));
    written.inspect_err(|_| drop(fs::remove_file(&next)))?;
    salvage::sync_folder(&file)?;
    Ok(true)
}

/// Destroys the key of a home in the key store. A key file is destroyed with the home's other files.
///
/// Fails if the key store does not let go of it.
pub fn forget(home: &Path, keys: &dyn KeyStore) -> Result<()> {
    let gone = names_of(home).all(|it| keys.forget(&it));
    if gone { Ok(()) } else { Err(Fault::Storage { detail: "key store".into() }.into()) }
}

/// The names under which a key store may have the key of a home.
fn names_of(home: &Path) -> impl Iterator<Item = String> {
    id_of(home).into_iter().chain([home.to_string_lossy().into_owned()])
}

/// Sets aside an empty key file, which earlier versions left on a full disk. Returns whether there
/// was one.
pub fn set_empty_aside(home: &Path) -> Result<bool> {
    let file = home.join(FILE);
    let empty = fs::metadata(&file).is_ok_and(|it| it.len() == 0);
    if empty {
        fs::rename(&file, home.join("key.empty"))?;
    }
    Ok(empty)
}

/// The id in the header of a home's database.
fn id_of(home: &Path) -> Option<String> {
    let mut id = [0; 16];
    File::open(home.join(DATABASE)).ok()?.read_exact(&mut id).ok()?;
    Some(hex::encode_string(&id))
}

/// Parses a key: its bytes, a dash, and the id of its database, which exposes a wrong character.
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

/// Restores the permissions of a key file that others can read, such as after a careless copy.
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
