//! Whether a package is whole: what its manifests list is there, is as it was, and nothing else is.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use sealed::{Flaw, LARGEST, Verified};
use zip::ZipArchive;

use crate::bag::HANDOVER;

/// How the ciphertext begins and ends.
const BEGINS: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
const ENDS: &str = "-----END AGE ENCRYPTED FILE-----";
/// Lists of what is in the bag, and of the lists beside it.
const MANIFESTS: [&str; 2] = ["manifest-sha256.txt", "tagmanifest-sha256.txt"];

/// Opens a package and checks everything in it.
pub fn verify(content: &str, words: &str) -> Result<Verified, Flaw> {
    let files = checked(&sealed::open(armored(content)?.as_bytes(), words)?, HANDOVER)?;
    let bytes = files.values().map(Vec::len).sum();
    Ok(Verified { what: "package", files: files.len(), bytes })
}

/// The files of a bag in a folder of a ZIP, checked against its lists.
pub fn checked(zip: &[u8], folder: &str) -> Result<BTreeMap<String, Vec<u8>>, Flaw> {
    let mut files = unpacked(zip, folder)?;
    let mut list = BTreeMap::new();
    for manifest in MANIFESTS {
        let lines = files.get(manifest).ok_or_else(|| Flaw::Missing { file: manifest.into() })?;
        for line in String::from_utf8_lossy(lines).lines() {
            let (hash, name) = line.split_once("  ").ok_or(Flaw::Damaged)?;
            list.insert(name.to_owned(), hash.to_owned());
        }
    }
    // No list has the last list.
    let unlisted = files.remove_entry(MANIFESTS[1]);
    sealed::verify(&files, &list)?;
    files.extend(unlisted);
    Ok(files)
}

/// The ciphertext in a page.
pub fn armored(content: &str) -> Result<&str, Flaw> {
    let (_, rest) = content.split_at(content.find(BEGINS).ok_or(Flaw::NoPackage)?);
    let ends = rest.find(ENDS).ok_or(Flaw::Damaged)? + ENDS.len();
    rest.get(..ends).ok_or(Flaw::Damaged)
}

fn unpacked(plain: &[u8], folder: &str) -> Result<BTreeMap<String, Vec<u8>>, Flaw> {
    let mut archive = ZipArchive::new(Cursor::new(plain)).map_err(|_| Flaw::Damaged)?;
    let (mut files, mut left) = (BTreeMap::new(), LARGEST);
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).map_err(|_| Flaw::Damaged)?;
        let name = file.name().strip_prefix(folder).ok_or(Flaw::Damaged)?.to_owned();
        let mut bytes = Vec::new();
        file.by_ref().take(left + 1).read_to_end(&mut bytes).map_err(|_| Flaw::Damaged)?;
        // What is packed may be much more than it seems.
        left = left.checked_sub(bytes.len() as u64).ok_or(Flaw::Damaged)?;
        files.insert(name, bytes);
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bag::Bag;

    const WORDS: &str = "abbor-agurk";

    fn zip(change: impl FnOnce(&mut BTreeMap<String, Vec<u8>>)) -> String {
        let mut bag = Bag::new(HANDOVER, chrono::DateTime::UNIX_EPOCH);
        bag.add("overlevering.pdf", b"%PDF".to_vec());
        bag.add("page.json", b"{}".to_vec());
        let mut files = unpacked(&bag.zip().unwrap(), HANDOVER).unwrap();
        change(&mut files);
        let plain = crate::bag::zipped(HANDOVER, &files, chrono::DateTime::UNIX_EPOCH).unwrap();
        format!("<script>{}</script>", sealed::as_text(&plain, WORDS).unwrap())
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
