//! What a phone downloads, packed: before it shows anything, and afterwards.

use std::fmt::{self, Display};
use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::{edition, files};

/// The language of the interface that most read.
const OWN: &str = "texts/nb.json.gz";

/// Bytes by when they are fetched.
#[derive(Default)]
pub struct Sizes {
    interface: u64,
    core: u64,
    pages: u64,
    languages: u64,
    tables: u64,
}

impl Sizes {
    /// Those of the browser edition. The font and the icon come packed, and are used when they
    /// have come.
    pub fn read() -> Result<Self> {
        let mut sizes = Self::default();
        for path in files::under(Path::new(edition::RELEASE.folder), &[])? {
            let name = path.to_string_lossy().replace('\\', "/");
            if path.extension().is_some_and(|it| it == "gz") {
                let size = fs::metadata(Path::new(edition::RELEASE.folder).join(path))?.len();
                *sizes.part(&name) += size;
            }
        }
        Ok(sizes)
    }

    fn part(&mut self, name: &str) -> &mut u64 {
        match name {
            _ if name.contains("split_") => &mut self.pages,
            _ if name.starts_with("core/") => &mut self.core,
            _ if name.starts_with("texts/") && name != OWN => &mut self.languages,
            _ if name.starts_with("tables/") => &mut self.tables,
            _ => &mut self.interface,
        }
    }
}

impl Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { interface, core, pages, languages, tables } = self;
        let kilo = |bytes: u64| bytes / 1000;
        write!(
            f,
            "interface {} kB, with the core {} kB;",
            kilo(*interface),
            kilo(interface + core)
        )?;
        write!(f, " then {} kB of pages,", kilo(*pages))?;
        write!(f, " {} kB of languages, {} kB for files", kilo(*languages), kilo(*tables))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_fetched_afterwards_is_not_counted_with_what_must_come_first() {
        let mut sizes = Sizes::default();
        for (name, size) in [
            ("ui_bg.wasm.gz", 200_000),
            ("texts/nb.json.gz", 10_000),
            ("texts/so.json.gz", 1_000),
            ("core/web_bg.wasm.gz", 600_000),
            ("core/split_later.wasm.gz", 20_000),
            ("split_later.wasm.gz", 250_000),
            ("tables/tables_bg.wasm.gz", 500_000),
        ] {
            *sizes.part(name) += size;
        }
        assert_eq!(
            sizes.to_string(),
            "interface 210 kB, with the core 810 kB; then 270 kB of pages, \
             1 kB of languages, 500 kB for files"
        );
    }
}
