//! Files of end-to-end tests side by side. They mostly wait, so three at a time take little longer than
//! one. Each has a display of its own: windows on one display take focus from each other.

use std::collections::VecDeque;
use std::fs;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

use anyhow::{Result, bail};

use crate::driven;
use crate::moment::Moment;
use crate::parts::explain;
use crate::step::duration;

/// Files at a time.
const LANES: u32 = 3;
/// The file that takes longest, and so begins first.
const LONGEST: &str = "accessible.test.mjs";

/// Runs files of end-to-end tests, all that there are or those named, in each the tests whose name has
/// `filter` in it. Prints the output of files that fail, and fails with their names.
pub fn run(at: &Moment, filter: Option<&str>, files: &[&str]) -> Result<()> {
    driven::prepare()?;
    let files =
        if files.is_empty() { all()? } else { files.iter().map(|it| (*it).into()).collect() };
    let (queue, failed) = (Mutex::new(files), Mutex::new(Vec::new()));
    // By itself: in the head of a loop, the lock would be held for as long as the file takes.
    let next = &|| lock(&queue).pop_front();
    let work = &|lane: u32| {
        while let Some(file) = next() {
            if let Err(error) = run_file(at, filter, &file, driven::FIRST_DISPLAY + 100 * lane) {
                explain(&error);
                lock(&failed).push(file);
            }
        }
    };
    thread::scope(|scope| (0..LANES).for_each(|lane| drop(scope.spawn(move || work(lane)))));
    let failed = lock(&failed);
    if !failed.is_empty() {
        bail!("✗ Failed at {at}: {}", failed.join(", "));
    }
    Ok(())
}

fn all() -> Result<VecDeque<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(driven::FOLDER)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        files.extend(Some(name).filter(|it| it.ends_with(".test.mjs")));
    }
    if !files.iter().any(|it| it == LONGEST) {
        bail!("✗ {LONGEST} is missing in {}", driven::FOLDER);
    }
    files.sort_by_key(|it| (it != LONGEST, it.clone()));
    Ok(files.into())
}

/// Runs a file. Fails with what it printed.
fn run_file(at: &Moment, filter: Option<&str>, file: &str, display: u32) -> Result<()> {
    let started = Instant::now();
    let mut args = vec!["--test".to_owned()];
    args.extend(filter.map(|name| format!("--test-name-pattern={name}")));
    args.push(file.to_owned());
    let output = driven::tests(at, &args, display)?.output()?;
    let took = duration(started.elapsed());
    if output.status.success() {
        println!("  ✓ {file} {took}");
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    bail!("{}\n  ✗ {file} {took}", String::from_utf8_lossy(&said));
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
