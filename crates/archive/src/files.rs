//! The files of an archive, and what is known of each.

use chrono::{DateTime, Utc};
use domain::Fault;
use domain::fault::Result;
use sealed::hash;
use tar::{Builder, EntryType, Header};

/// A file.
pub struct File {
    /// Where it stands below the folder of the archive.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// The SHA-256 of its content, in hexadecimal.
    pub hash: String,
}

/// Files in the order in which they were added.
pub struct Files {
    made: DateTime<Utc>,
    all: Vec<File>,
}

impl Files {
    /// No files yet.
    pub const fn new(made: DateTime<Utc>) -> Self {
        Self { made, all: Vec::new() }
    }

    /// Adds a file.
    pub fn add(&mut self, path: impl Into<String>, bytes: Vec<u8>) {
        let hash = hash(&bytes);
        self.all.push(File { path: path.into(), bytes, hash });
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &File> {
        self.all.iter()
    }

    /// Those of a folder.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a File> {
        self.all.iter().filter(move |it| it.path.starts_with(folder))
    }

    /// The last file that was added.
    pub fn last(&self) -> Option<&File> {
        self.all.last()
    }

    /// All of them in one TAR, in a folder.
    pub fn tar(&self, folder: &str) -> Result<Vec<u8>> {
        self.packed(folder).map_err(|it| Fault::Storage { detail: it.to_string() })
    }

    fn packed(&self, folder: &str) -> std::io::Result<Vec<u8>> {
        let mut builder = Builder::new(Vec::new());
        for file in &self.all {
            let mut header = Header::new_ustar();
            header.set_entry_type(EntryType::Regular);
            header.set_size(file.bytes.len() as u64);
            header.set_mode(0o644);
            header.set_mtime(u64::try_from(self.made.timestamp()).unwrap_or_default());
            let path = format!("{folder}/{}", file.path);
            builder.append_data(&mut header, path, &*file.bytes)?;
        }
        builder.into_inner()
    }
}

impl File {
    /// The media type by the name that DIAS has for it.
    pub fn media(&self) -> &'static str {
        match self.ending() {
            "pdf" => "image/pdf",
            "xml" => "text/xml",
            _ => "text/plain",
        }
    }

    /// How its name ends.
    pub fn ending(&self) -> &str {
        self.path.rsplit('.').next().unwrap_or_default()
    }

    /// Its name without the folders.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }
}
