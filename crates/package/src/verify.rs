//! Whether a package is whole: what its manifests list is there, is as it was, and nothing else is.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use age::armor::ArmoredReader;
use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, scrypt};
use serde::Serialize;
use sha2::{Digest, Sha256};
use zip::ZipArchive;

use crate::bag::BASE;
use crate::words;

/// How the ciphertext begins and ends.
const BEGINS: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
const ENDS: &str = "-----END AGE ENCRYPTED FILE-----";
/// The highest work factor that a file may ask for: what this program writes, and a little more.
const HARDEST: u8 = 20;
/// The largest content, in bytes.
const LARGEST: u64 = 1 << 30;
/// Lists of what is in the bag, and of the lists beside it.
const MANIFESTS: [&str; 2] = ["manifest-sha256.txt", "tagmanifest-sha256.txt"];

/// What is in a package that is whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verified {
    /// How many files.
    pub files: usize,
    /// How many bytes they have.
    pub bytes: usize,
}

/// What is wrong with a package.
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

/// Opens a package and checks everything in it.
pub fn verify(content: &str, words: &str) -> Result<Verified, Flaw> {
    let files = unpacked(&opened(content, words)?)?;
    let mut listed = BTreeSet::from([MANIFESTS[1].to_owned()]);
    for manifest in MANIFESTS {
        let list = files.get(manifest).ok_or_else(|| Flaw::Missing { file: manifest.into() })?;
        for line in String::from_utf8_lossy(list).lines() {
            let (hash, name) = line.split_once("  ").ok_or(Flaw::Damaged)?;
            check(&files, name, hash)?;
            listed.insert(name.to_owned());
        }
    }
    if let Some(file) = files.keys().find(|it| !listed.contains(*it)) {
        return Err(Flaw::Unlisted { file: file.clone() });
    }
    Ok(Verified { files: files.len(), bytes: files.values().map(Vec::len).sum() })
}

fn check(files: &BTreeMap<String, Vec<u8>>, name: &str, hash: &str) -> Result<(), Flaw> {
    let bytes = files.get(name).ok_or_else(|| Flaw::Missing { file: name.to_owned() })?;
    let is = base16ct::lower::encode_string(&Sha256::digest(bytes));
    if is == hash { Ok(()) } else { Err(Flaw::Altered { file: name.to_owned() }) }
}

/// What is sealed in a package.
fn opened(content: &str, words: &str) -> Result<Vec<u8>, Flaw> {
    let sealed = armored(content)?.as_bytes();
    let decryptor = Decryptor::new(ArmoredReader::new(sealed)).map_err(|_| Flaw::Damaged)?;
    let mut identity = scrypt::Identity::new(SecretString::from(words::typed(words)));
    identity.set_max_work_factor(HARDEST);
    let reader = decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity));
    let reader = reader.map_err(|problem| match problem {
        DecryptError::NoMatchingKeys | DecryptError::DecryptionFailed => Flaw::WrongWords,
        _ => Flaw::Damaged,
    })?;
    let mut plain = Vec::new();
    reader.take(LARGEST).read_to_end(&mut plain).map_err(|_| Flaw::Damaged)?;
    Ok(plain)
}

/// The ciphertext in a page.
fn armored(content: &str) -> Result<&str, Flaw> {
    let (_, rest) = content.split_at(content.find(BEGINS).ok_or(Flaw::NoPackage)?);
    let ends = rest.find(ENDS).ok_or(Flaw::Damaged)? + ENDS.len();
    rest.get(..ends).ok_or(Flaw::Damaged)
}

fn unpacked(plain: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, Flaw> {
    let mut archive = ZipArchive::new(Cursor::new(plain)).map_err(|_| Flaw::Damaged)?;
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).map_err(|_| Flaw::Damaged)?;
        let name = file.name().strip_prefix(BASE).ok_or(Flaw::Damaged)?.to_owned();
        let mut bytes = Vec::new();
        file.by_ref().take(LARGEST).read_to_end(&mut bytes).map_err(|_| Flaw::Damaged)?;
        files.insert(name, bytes);
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bag::Bag;
    use crate::seal::seal;

    const WORDS: &str = "abbor-agurk";

    fn zip(change: impl FnOnce(&mut BTreeMap<String, Vec<u8>>)) -> String {
        let mut bag = Bag::new(chrono::DateTime::UNIX_EPOCH);
        bag.add("overlevering.pdf", b"%PDF".to_vec());
        bag.add("page.json", b"{}".to_vec());
        let mut files = unpacked(&bag.zip().unwrap()).unwrap();
        change(&mut files);
        let plain = crate::bag::zipped(&files, chrono::DateTime::UNIX_EPOCH).unwrap();
        format!("<script>{}</script>", seal(&plain, WORDS).unwrap())
    }

    #[test]
    fn a_package_is_whole_until_a_file_is_altered_added_or_taken_out() {
        let name = || "data/page.json".to_owned();
        assert_eq!(verify(&zip(|_| ()), WORDS).map(|it| it.files), Ok(6));
        let altered = zip(|it| drop(it.insert(name(), b"[]".to_vec())));
        assert_eq!(verify(&altered, WORDS), Err(Flaw::Altered { file: name() }));
        let missing = zip(|it| drop(it.remove(&name())));
        assert_eq!(verify(&missing, WORDS), Err(Flaw::Missing { file: name() }));
        let added = zip(|it| drop(it.insert("data/more".into(), Vec::new())));
        assert_eq!(verify(&added, WORDS), Err(Flaw::Unlisted { file: "data/more".into() }));
    }

    #[test]
    fn a_file_that_is_cut_or_anothers_is_refused_by_name() {
        let sealed = zip(|_| ());
        assert_eq!(verify(&sealed, "abbor"), Err(Flaw::WrongWords));
        assert_eq!(verify(&sealed[..sealed.len() / 2], WORDS), Err(Flaw::Damaged));
        assert_eq!(verify("<html></html>", WORDS), Err(Flaw::NoPackage));
    }
}
