//! Whether an archive is whole: what its METS lists is there, is as it was, and nothing else is.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Read;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use sealed::{Flaw, LARGEST, Verified};
use tar::Archive;

use crate::dias::mets;

/// Checks everything in a TAR.
pub fn verify(tar: &[u8]) -> Result<Verified, Flaw> {
    let mut files = unpacked(tar).map_err(|_| Flaw::Damaged)?;
    let missing = || Flaw::Missing { file: mets::NAME.into() };
    let listed = listed(&files.remove(mets::NAME).ok_or_else(missing)?)?;
    sealed::verify(&files, &listed)?;
    let bytes = files.values().map(Vec::len).sum();
    Ok(Verified { what: "archive", files: files.len(), bytes })
}

/// The files by their paths below the archive's folder.
fn unpacked(tar: &[u8]) -> std::io::Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for entry in Archive::new(tar).entries()? {
        let mut entry = entry?;
        let path = entry.path()?.to_string_lossy().into_owned();
        let below = path.split_once('/').map_or("", |it| it.1).to_owned();
        let mut bytes = Vec::new();
        entry.by_ref().take(LARGEST).read_to_end(&mut bytes)?;
        files.insert(below, bytes);
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
