//! The pages of a database file and of its write-ahead log, each as it was last written.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{ErrorKind, Read, Seek, SeekFrom};
use std::path::Path;

use crate::salvage::cipher::{Cipher, LEFT_ALONE, PAGE};
use crate::salvage::files::log_of;
use crate::salvage::wal;
use crate::{Key, Result};

/// The offsets in SQLite's header of the unused bytes of each page, and of the number of pages.
const ALONE: usize = 20;
const COUNT: usize = 28;

/// The pages of one database, for reading.
pub struct Pages {
    cipher: Cipher,
    file: Option<File>,
    log: Vec<u8>,
    /// The offsets of a page's images in the write-ahead log, the latest last.
    images: BTreeMap<u32, Vec<usize>>,
    count: u32,
    usable: usize,
    /// Whether the file is too short for its key to be recognised.
    short: bool,
}

impl Pages {
    /// The pages of the database at `path`. The file or its write-ahead log may be missing.
    pub fn of(path: &Path, key: &Key) -> Result<Self> {
        let file = there(File::open(path))?;
        let log = there(fs::read(log_of(path)))?.unwrap_or_default();
        let frames = wal::committed(wal::frames(&log));
        let mut images = BTreeMap::<u32, Vec<usize>>::new();
        for frame in &frames {
            images.entry(frame.page).or_default().push(frame.at);
        }
        let length = file.as_ref().map(File::metadata).transpose()?.map_or(0, |it| it.len());
        let in_file = u32::try_from(length.div_ceil(PAGE as u64)).unwrap_or(u32::MAX);
        // A damaged log can name any page number, so it is limited.
        let most = in_file.saturating_add(u32::try_from(frames.len()).unwrap_or(u32::MAX));
        let in_log = images.last_key_value().map_or(0, |(page, _)| *page).min(most);
        let (cipher, short) = (Cipher::of(key)?, length < PAGE as u64);
        let (count, usable) = (in_file.max(in_log), PAGE - LEFT_ALONE);
        let mut pages = Self { cipher, file, log, images, count, usable, short };
        if let Some(first) = pages.read(1) {
            pages.count = count.max(number(&first, COUNT));
            pages.usable = PAGE - usize::from(first[ALONE]);
        }
        Ok(pages)
    }

    /// How many pages there are, or should be.
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// Bytes of a page that SQLite uses.
    pub const fn usable(&self) -> usize {
        self.usable
    }

    /// A decrypted page; none if it is missing or fails authentication. If only its latest image is
    /// broken, the image before it is used, which has most of the same rows.
    pub fn read(&self, number: u32) -> Option<Vec<u8>> {
        self.images(number).find_map(|mut page| {
            let whole = self.cipher.open(number, &mut page);
            whole.then_some(page)
        })
    }

    /// Whether a page is as it was last written.
    pub fn is_whole(&self, number: u32) -> bool {
        self.images(number).next().is_some_and(|it| self.cipher.is_whole(number, &it))
    }

    /// How many pages are missing or fail authentication.
    pub fn broken(&self) -> u32 {
        let broken = (1..=self.count).filter(|it| !self.is_whole(*it)).count();
        u32::try_from(broken).unwrap_or(u32::MAX)
    }

    /// Whether SQLite would ignore part of the write-ahead log.
    pub fn has_broken_log(&self) -> bool {
        wal::is_broken(&self.log, &self.cipher)
    }

    /// Whether this database belongs to the key, however damaged it is. Foreign files are left
    /// alone.
    pub fn are_ours(&self) -> bool {
        let beginning = self.beginning();
        self.short
            || self.cipher.made(&beginning)
            || beginning.iter().all(|it| *it == 0)
            || (1..=self.count).any(|it| self.is_whole(it))
    }

    fn beginning(&self) -> Vec<u8> {
        let mut beginning = Vec::new();
        if let Some(file) = self.file.as_ref().and_then(|it| rewound(it, 0).ok()) {
            // Bytes that can't be read are treated as missing.
            let _ = file.take(16).read_to_end(&mut beginning);
        }
        beginning
    }

    /// A page's stored images, the latest first.
    fn images(&self, number: u32) -> impl Iterator<Item = Vec<u8>> {
        let logged = self.images.get(&number).into_iter().flatten().rev();
        let logged = logged.filter_map(|at| Some(self.log.get(*at..at + PAGE)?.to_vec()));
        logged.chain(std::iter::once_with(move || self.in_file(number)).flatten())
    }

    fn in_file(&self, number: u32) -> Option<Vec<u8>> {
        let mut page = vec![0; PAGE];
        let at = u64::from(number.checked_sub(1)?) * PAGE as u64;
        rewound(self.file.as_ref()?, at).ok()?.read_exact(&mut page).ok()?;
        Some(page)
    }
}

fn rewound(mut file: &File, at: u64) -> std::io::Result<&File> {
    file.seek(SeekFrom::Start(at))?;
    Ok(file)
}

fn there<T>(read: std::io::Result<T>) -> Result<Option<T>> {
    match read {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        read => Ok(Some(read?)),
    }
}

/// A number of four bytes.
pub fn number(page: &[u8], at: usize) -> u32 {
    let bytes = page.get(at..at + 4).and_then(|it| it.try_into().ok());
    bytes.map_or(0, u32::from_be_bytes)
}
