//! The figures: what a worker waits for, and what a phone downloads.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::step::step;
use crate::{driven, edition, setup, shell, ui};

/// Measures and prints everything; fails only when something can't be measured.
pub fn bench() -> Result<()> {
    setup::to_test()?;
    ui::build(&ui::Options::default())?;
    let mut programs = shell::cargo(["build", "--release", "--bins", "--examples"]);
    programs.args(["--package", "bomiljo-app", "--package", "server", "--package", "cli"]);
    step("Programs, optimised", |step| step.run(&mut programs))?;
    step("Saving and searching", |step| {
        step.stream(&mut shell::cargo(["bench", "--package", "tests", "--bench", "device"]))
    })?;
    driven::node("Cold start", driven::RELEASE, &["start.mjs".to_owned()])?;
    sizes()
}

/// What a phone downloads: the interface in one language, the same with the core and its
/// database engine, and the other languages, those of residents too, which it fetches when there
/// is time; and what reads and writes files, which it fetches when somebody has one.
fn sizes() -> Result<()> {
    let size = |folder| gzipped(&Path::new(edition::FOLDER).join(folder));
    let (all, core, texts, tables) = (size("")?, size("core")?, size("texts")?, size("tables")?);
    let own = fs::metadata(Path::new(edition::FOLDER).join("texts/nb.json.gz"))?.len();
    let first = all - texts - tables + own;
    println!(
        "gzipped: interface {} kB, with the core {} kB; other languages {} kB; files {} kB",
        (first - core) / 1000,
        first / 1000,
        (texts - own) / 1000,
        tables / 1000
    );
    Ok(())
}

/// Bytes of the packed files below a folder.
fn gzipped(folder: &Path) -> Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            bytes += gzipped(&path)?;
        } else if path.extension().is_some_and(|it| it == "gz") {
            bytes += fs::metadata(&path)?.len();
        }
    }
    Ok(bytes)
}

/// Takes pictures of every page.
pub fn shots(folder: &str) -> Result<()> {
    setup::to_test()?;
    ui::build(&ui::Options::default())?;
    step("Programs", |step| {
        step.run(&mut shell::cargo(["build", "--package", "server", "--package", "cli"]))
    })?;
    let folder = shell::absolute(folder).to_string_lossy().into_owned();
    driven::node("Pictures", driven::DEBUG, &["shots.mjs".to_owned(), folder])
}
