//! Where a device's key is kept: in the operating system's key store, or, where
//! there is none, in a file that only its owner can read; the app says so then.

use std::fs;
use std::io::Write;
use std::path::Path;

use base16ct::lower as hex;
use domain::Fault;

use crate::{Key, Result};

const SERVICE: &str = "no.bomiljo.app";
const FILE: &str = "key";

/// Finds the key of a home, or makes one for a new home with `fresh`. Tells
/// whether it lies in a file.
///
/// Fails with [`Fault::WrongKey`] when there is a database but no key for it.
pub fn of_home(home: &Path, has_database: bool, fresh: impl Fn() -> Key) -> Result<(Key, bool)> {
    let file = home.join(FILE);
    if file.exists() {
        return Ok((decode(&fs::read_to_string(file)?)?, true));
    }
    let entry = keyring::Entry::new(SERVICE, &home.to_string_lossy()).ok();
    if let Some(kept) = entry.as_ref().and_then(|it| it.get_password().ok()) {
        return Ok((decode(&kept)?, false));
    }
    if has_database {
        return Err(Fault::WrongKey.into());
    }
    let key = fresh();
    let text = hex::encode_string(&key.0);
    let stored = entry.is_some_and(|it| it.set_password(&text).is_ok());
    if !stored {
        write_private(&file, &text)?;
    }
    Ok((key, !stored))
}

fn decode(text: &str) -> Result<Key> {
    let bytes = hex::decode_vec(text.trim()).ok();
    let key = bytes.and_then(|it| it.try_into().ok());
    Ok(Key(key.ok_or(Fault::WrongKey)?))
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
