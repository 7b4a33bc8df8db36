//! Importing files: the name says the kind, up to the first full stop.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::{App, Host};
use chrono::NaiveDate;
use domain::fault::Result;
use domain::{Fault, calls, kind};

/// A file to import.
pub struct Table {
    name: String,
    kind: String,
    text: String,
}

/// Reads all of them before anything is imported.
pub fn read(files: &[PathBuf]) -> Result<Vec<Table>> {
    files.iter().map(|it| table(it)).collect()
}

fn table(path: &Path) -> Result<Table> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bad = |detail: &str| Fault::BadFile { file: name.clone(), detail: detail.to_owned() };
    let stem = name.split('.').next().unwrap_or_default().to_owned();
    if kind(&stem).is_none() {
        return Err(bad("the name does not begin with a kind, such as resident.csv"));
    }
    let bytes = std::fs::read(path).map_err(|error| bad(&error.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|_| bad("not UTF-8"))?;
    Ok(Table { kind: stem, text, name })
}

/// Imports one after the other, and prints what became of the rows. Fails when any was refused.
pub async fn import(app: &App, tables: Vec<Table>, weeks: i32) -> Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    for Table { name, kind, text } in tables {
        let imported = app.run(calls::Import { kind, csv: text, weeks }).await?;
        let (added, known) = (imported.added, imported.known);
        println!("{name}: {added} added, {known} known, {} problems", imported.refused.len());
        for refused in imported.refused {
            println!(
                "  line {}: {}: {:?}",
                refused.row, refused.issue.field, refused.issue.problem
            );
            code = ExitCode::FAILURE;
        }
    }
    Ok(code)
}

/// By how many weeks to move dates so that the last moment in the tables falls in the
/// last seven days.
pub fn weeks_until_now(tables: &[Table]) -> i32 {
    let happening = tables.iter().filter(|it| kind(&it.kind).is_some_and(domain::Kind::happens));
    let last = happening.flat_map(days).max();
    let today = Host::default().moment().date_naive();
    let weeks = last.map_or(0, |last| (today - last).num_days().div_euclid(7));
    i32::try_from(weeks).unwrap_or_default()
}

/// The day that each line begins with.
fn days(table: &Table) -> impl Iterator<Item = NaiveDate> {
    table.text.lines().filter_map(|line| line.get(..10)?.parse().ok())
}
