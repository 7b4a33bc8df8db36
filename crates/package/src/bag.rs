//! A bag after RFC 8493: files, and beside them lists of their hashes, so that what is missing or altered can be
//! told by tools that know nothing of Bomiljø.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Write};

use chrono::{DateTime, Datelike, Timelike, Utc};
use domain::Fault;
use domain::fault::Result;
use serde::Serialize;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const DECLARATION: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// The folder in the ZIP that holds the bag of a handover. The standard forbids a bag without one.
pub const HANDOVER: &str = "overlevering/";
/// The folder of a site's.
pub const SITE: &str = "bygg/";

/// Files that are sent together.
pub struct Bag {
    folder: &'static str,
    made: DateTime<Utc>,
    /// By their paths. In the order of their names, so that equal bags are equal files.
    files: BTreeMap<String, Vec<u8>>,
}

impl Bag {
    /// An empty bag.
    pub const fn new(folder: &'static str, made: DateTime<Utc>) -> Self {
        Self { folder, made, files: BTreeMap::new() }
    }

    /// Puts a file in.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) {
        self.files.insert(format!("data/{name}"), bytes);
    }

    /// Puts a file in that holds a value.
    pub fn add_json(&mut self, name: &str, value: &impl Serialize) -> Result<()> {
        let bytes = serde_json::to_vec_pretty(value).map_err(|it| storage(&it))?;
        self.add(name, bytes);
        Ok(())
    }

    /// The bag as a ZIP.
    pub fn zip(mut self) -> Result<Vec<u8>> {
        let tags = [
            ("bagit.txt", DECLARATION.to_owned()),
            ("bag-info.txt", self.info()),
            ("manifest-sha256.txt", manifest(&self.files)),
        ];
        let tags = tags.map(|(name, text)| (name.to_owned(), text.into_bytes()));
        let tags = BTreeMap::from(tags);
        let all = manifest(&tags).into_bytes();
        self.files.extend(tags);
        self.files.insert("tagmanifest-sha256.txt".to_owned(), all);
        zipped(self.folder, &self.files, self.made).map_err(|it| storage(&it))
    }

    fn info(&self) -> String {
        let bytes: usize = self.files.values().map(Vec::len).sum();
        format!(
            "Bag-Software-Agent: Bomiljø\nBagging-Date: {}\nPayload-Oxum: {bytes}.{}\n",
            self.made.format("%Y-%m-%d"),
            self.files.len()
        )
    }
}

/// Files as a ZIP, all with the same moment.
pub fn zipped(
    folder: &str,
    files: &BTreeMap<String, Vec<u8>>,
    made: DateTime<Utc>,
) -> zip::result::ZipResult<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(moment(made));
    for (name, bytes) in files {
        writer.start_file(format!("{folder}{name}"), options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

fn manifest(files: &BTreeMap<String, Vec<u8>>) -> String {
    files.iter().fold(String::new(), |mut all, (name, bytes)| {
        let hash = sealed::hash(bytes);
        // Writing to a text cannot fail.
        let _ = writeln!(all, "{hash}  {name}");
        all
    })
}

/// ZIP counts from 1980.
fn moment(at: DateTime<Utc>) -> zip::DateTime {
    let parts = [at.month(), at.day(), at.hour(), at.minute(), at.second()];
    let [month, day, hour, minute, second] = parts.map(|it| u8::try_from(it).unwrap_or_default());
    let year = u16::try_from(at.year()).unwrap_or_default();
    zip::DateTime::from_date_and_time(year, month, day, hour, minute, second).unwrap_or_default()
}

fn storage(problem: &impl std::fmt::Display) -> Fault {
    Fault::Storage { detail: problem.to_string() }
}
