//! Whether an archive is whole: what its METS lists is there, is as it was, and nothing else is.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Read;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use sealed::{Flaw, LARGEST, Verified};
use tar::{Archive, EntryType};

use crate::dias::mets;

/// Checks everything in a TAR.
pub fn verify(tar: &[u8]) -> Result<Verified, Flaw> {
    let mut files = unpacked(tar)?;
    let missing = || Flaw::Missing { file: mets::NAME.into() };
    let listed = listed(&files.remove(mets::NAME).ok_or_else(missing)?)?;
    if listed.is_empty() {
        return Err(Flaw::Damaged);
    }
    sealed::verify(&files, &listed)?;
    let bytes = files.values().map(Vec::len).sum();
    Ok(Verified { what: "archive", files: files.len(), bytes })
}

/// Checks that a TAR is the one that the file beside it describes.
pub fn verify_described(tar: &[u8], info: &[u8]) -> Result<(), Flaw> {
    let described = listed(info)?;
    let is_it = described.len() == 1
        && described.values().all(|it| sealed::hash(tar).eq_ignore_ascii_case(it));
    if is_it { Ok(()) } else { Err(Flaw::Described) }
}

/// The files by their paths below the archive's folder.
fn unpacked(tar: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, Flaw> {
    let damaged = |_| Flaw::Damaged;
    let (mut files, mut left, mut folder) = (BTreeMap::new(), LARGEST, None);
    for entry in Archive::new(tar).entries().map_err(damaged)? {
        let mut entry = entry.map_err(damaged)?;
        let path = entry.path().map_err(damaged)?.to_string_lossy().into_owned();
        if entry.header().entry_type().is_dir() {
            continue;
        }
        let unlisted = || Flaw::Unlisted { file: path.clone() };
        let (top, below) = path.split_once('/').ok_or_else(unlisted)?;
        // Such as a hole that unpacks to more than there is.
        let plain = entry.header().entry_type() == EntryType::Regular;
        let ours = folder.get_or_insert_with(|| top.to_owned()) == top;
        if !plain || !ours {
            return Err(unlisted());
        }
        let mut bytes = Vec::new();
        entry.by_ref().take(left + 1).read_to_end(&mut bytes).map_err(damaged)?;
        left = left.checked_sub(bytes.len() as u64).ok_or(Flaw::Damaged)?;
        if files.insert(below.to_owned(), bytes).is_some() {
            return Err(unlisted());
        }
    }
    Ok(files)
}

/// The SHA-256 of each file, as METS lists it.
fn listed(mets: &[u8]) -> Result<BTreeMap<String, String>, Flaw> {
    let mut reader = quick_xml::Reader::from_reader(mets);
    let (mut listed, mut hash) = (BTreeMap::new(), String::new());
    loop {
        match reader.read_event().map_err(|_| Flaw::Damaged)? {
            Event::Start(it) | Event::Empty(it) if it.local_name().as_ref() == "file" => {
                hash = attribute(&it, "CHECKSUM");
            }
            Event::Start(it) | Event::Empty(it) if it.local_name().as_ref() == "FLocat" => {
                let path = attribute(&it, "xlink:href");
                let path = path.strip_prefix("file:").ok_or(Flaw::Damaged)?;
                listed.insert(path.to_owned(), std::mem::take(&mut hash));
            }
            Event::Eof => return Ok(listed),
            _ => {}
        }
    }
}

fn attribute(element: &BytesStart, name: &str) -> String {
    let found = element.try_get_attribute(name).ok().flatten();
    let value =
        found.and_then(|it| it.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned));
    value.unwrap_or_default()
}
