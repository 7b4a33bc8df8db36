//! What a phone downloads, as sent: before it shows anything, and afterwards.

use std::fmt::{self, Display};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::{edition, files, shell};

/// The interface in the language that most users read.
const OWN: &str = "texts/nb.ftl.br";
/// The sizes of this commit and of the one before it that was built here.
const KEPT: &str = "target/xtask/sizes.json";

/// Bytes by when they are fetched.
#[derive(Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sizes {
    interface: u64,
    core: u64,
    pages: u64,
    languages: u64,
    tables: u64,
}

/// The sizes of a commit.
#[derive(Clone, Default, Serialize, Deserialize)]
struct Built {
    commit: String,
    sizes: Sizes,
}

/// What was built here: at this commit last, and before it.
#[derive(Default, Serialize, Deserialize)]
struct Kept {
    now: Built,
    before: Option<Built>,
}

impl Sizes {
    /// Those of the browser edition. The font and the icon are packed already, and are used when they
    /// arrive.
    fn read() -> Result<Self> {
        let mut sizes = Self::default();
        for path in files::under(Path::new(edition::RELEASE.folder), &[])? {
            let name = path.to_string_lossy().replace('\\', "/");
            let of_app = !path.starts_with(edition::RECEIVERS);
            if of_app && path.extension().is_some_and(|it| it == "br") {
                let size = fs::metadata(Path::new(edition::RELEASE.folder).join(path))?.len();
                *sizes.part(&name) += size;
            }
        }
        Ok(sizes)
    }

    /// The same in words, with the change against the last commit that was built here.
    pub fn compared() -> Result<String> {
        let sizes = Self::read()?;
        // Outside of a repository all builds count as one.
        let commit = shell::read(&mut shell::command("git", ["rev-parse", "HEAD"]));
        let commit = commit.unwrap_or_default();
        let kept: Option<Kept> =
            fs::read(KEPT).ok().and_then(|it| serde_json::from_slice(&it).ok());
        let kept = kept.unwrap_or_default().followed_by(Built { commit, sizes });
        files::write(Path::new(KEPT), &serde_json::to_vec(&kept).context("sizes")?)?;
        let change = kept.before.map_or(String::new(), |it| sizes.change(&it.sizes));
        Ok(format!("{sizes}{change}"))
    }

    /// What a phone fetches before a visit can be logged.
    const fn first(&self) -> u64 {
        self.interface + self.core
    }

    fn change(&self, before: &Self) -> String {
        let more = i128::from(self.first()) - i128::from(before.first());
        format!("; {more:+} bytes before the first visit can be logged, against the last commit")
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

impl Kept {
    /// The same after a build: another commit's sizes become those before.
    fn followed_by(self, built: Built) -> Self {
        let other = self.now.commit != built.commit && !self.now.commit.is_empty();
        Self { before: if other { Some(self.now) } else { self.before }, now: built }
    }
}

impl Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { interface, pages, languages, tables, .. } = self;
        let kilo = |bytes: u64| bytes / 1000;
        write!(f, "interface {} kB, with the core {} kB;", kilo(*interface), kilo(self.first()))?;
        write!(f, " then {} kB of pages,", kilo(*pages))?;
        write!(f, " {} kB of languages, {} kB for files", kilo(*languages), kilo(*tables))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_compared_with_the_last_commit_and_not_with_another_build_of_this_one() {
        let built = |commit: &str, interface| Built {
            commit: commit.into(),
            sizes: Sizes { interface, ..Sizes::default() },
        };
        let first = Kept::default().followed_by(built("a", 1_000));
        assert!(first.before.is_none());
        let again = first.followed_by(built("b", 1_200)).followed_by(built("b", 1_100));
        let before = again.before.unwrap().sizes;
        let change = again.now.sizes.change(&before);
        assert_eq!(
            change,
            "; +100 bytes before the first visit can be logged, against the last commit"
        );
    }

    #[test]
    fn what_is_fetched_afterwards_is_not_counted_with_what_must_come_first() {
        let mut sizes = Sizes::default();
        for (name, size) in [
            ("ui_bg.wasm.br", 200_000),
            ("texts/nb.ftl.br", 10_000),
            ("texts/so.ftl.br", 1_000),
            ("core/web_bg.wasm.br", 600_000),
            ("core/split_later.wasm.br", 20_000),
            ("split_later.wasm.br", 250_000),
            ("tables/tables_bg.wasm.br", 500_000),
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
