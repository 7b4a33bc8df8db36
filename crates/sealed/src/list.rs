//! Whether files are those of a list: all of them there, none altered, no other.

use std::collections::BTreeMap;

use domain::Fault;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// What is in a file that is whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verified {
    /// What it is: a package, an archive or a site.
    pub what: &'static str,
    /// How many files, or changes, are in it.
    pub files: usize,
    /// How many bytes they have.
    pub bytes: usize,
}

/// What is wrong with a file that was carried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "flaw", rename_all = "kebab-case")]
pub enum Flaw {
    /// There is no package in the file.
    #[error("there is no package in this file")]
    NoPackage,
    /// The passphrase is another's.
    #[error("the passphrase does not fit")]
    WrongWords,
    /// The ciphertext is not whole, or was altered.
    #[error("the package is not whole, or was altered")]
    Damaged,
    /// A newer version wrote it.
    #[error("a newer version of Bomiljø wrote it")]
    Newer,
    /// The file beside an archive describes another one.
    #[error("the file beside it describes another archive")]
    Described,
    /// A file that is listed is not there.
    #[error("{file} is missing")]
    Missing {
        /// Which.
        file: String,
    },
    /// A file is not as it was listed.
    #[error("{file} was altered")]
    Altered {
        /// Which.
        file: String,
    },
    /// A file is there that no list names.
    #[error("{file} does not belong there")]
    Unlisted {
        /// Which.
        file: String,
    },
}

impl From<Flaw> for Fault {
    fn from(flaw: Flaw) -> Self {
        match flaw {
            Flaw::NoPackage => Self::NothingHanded,
            Flaw::WrongWords => Self::WrongWords,
            Flaw::Newer => Self::NewerFile,
            Flaw::Damaged
            | Flaw::Described
            | Flaw::Missing { .. }
            | Flaw::Altered { .. }
            | Flaw::Unlisted { .. } => Self::DamagedFile,
        }
    }
}

/// Checks files, by their names, against the SHA-256 of each in a list.
pub fn verify(
    files: &BTreeMap<String, Vec<u8>>,
    list: &BTreeMap<String, String>,
) -> Result<(), Flaw> {
    for (name, is) in list {
        let bytes = files.get(name).ok_or_else(|| Flaw::Missing { file: name.clone() })?;
        if !hash(bytes).eq_ignore_ascii_case(is) {
            return Err(Flaw::Altered { file: name.clone() });
        }
    }
    match files.keys().find(|it| !list.contains_key(*it)) {
        Some(file) => Err(Flaw::Unlisted { file: file.clone() }),
        None => Ok(()),
    }
}

/// The SHA-256 of bytes, in hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    base16ct::lower::encode_string(&Sha256::digest(bytes))
}
