//! Importing and exporting files: a name says the kind, up to the first full stop.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::App;
use domain::fault::Result;
use domain::sheet::{Fate, Imported, Line, Sheet};
use domain::views::SiteClock;
use domain::{Activity, Fault, Kind, Record, Visit, calls, kind};
use tables::{Asked, Format, Way};

use crate::out;

/// A file to import.
pub struct Table {
    name: String,
    kind: &'static Kind,
    sheet: Sheet,
}

/// How files are read.
#[derive(clap::Args)]
pub struct Reading {
    /// What all the files hold, whatever their names.
    #[arg(long)]
    kind: Option<String>,
    /// The year of dates that have none; found out when it isn't said.
    #[arg(long)]
    year: Option<i32>,
}

/// Reads all of them by the site's clock before anything is imported.
pub fn read(files: &[PathBuf], reading: &Reading, clock: &SiteClock) -> Result<Vec<Table>> {
    files.iter().map(|it| table(it, reading, clock)).collect()
}

fn table(path: &Path, reading: &Reading, clock: &SiteClock) -> Result<Table> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bad = |detail: String| Fault::BadFile { file: name.clone(), detail };
    let stem = name.split('.').next().unwrap_or_default();
    let unknown = || bad("the name doesn't begin with a kind; say which with --kind".to_owned());
    let kind = kind(reading.kind.as_deref().unwrap_or(stem)).ok_or_else(unknown)?;
    let bytes = std::fs::read(path).map_err(|error| bad(error.to_string()))?;
    let zone = &clock.zone;
    let asked = Asked { kind, today: zone.day(clock.now), zone, year: reading.year };
    let sheet = tables::read(&bytes, &asked).map_err(|flaw| bad(flaw.to_string()))?;
    Ok(Table { name, kind, sheet })
}

/// Imports one after the other, or says what would become of them; prints what became of the
/// rows. Fails when any was refused.
pub async fn import(
    app: &App,
    tables: Vec<Table>,
    shift: (i32, &SiteClock),
    preview: bool,
) -> Result<ExitCode> {
    let (weeks, clock) = shift;
    let mut code = ExitCode::SUCCESS;
    for Table { name, kind: of, sheet } in tables {
        let mut lines: Vec<Line> = sheet.rows.iter().map(|it| it.line.clone()).collect();
        for line in &mut lines {
            tables::shift(of, line, weeks, &clock.zone);
        }
        let kind = of.name.to_owned();
        let imported = if preview {
            app.run(calls::Preview { kind, lines }).await?
        } else {
            app.run(calls::Import { kind, lines }).await?
        };
        tell(&name, &sheet, &imported)?;
        if imported.count(Fate::Refused) > 0 {
            code = ExitCode::FAILURE;
        }
    }
    Ok(code)
}

fn tell(name: &str, sheet: &Sheet, imported: &Imported) -> Result<()> {
    let [added, known, refused] =
        [Fate::Added, Fate::Known, Fate::Refused].map(|it| imported.count(it));
    out::line(format_args!("{name}: {added} added, {known} known, {refused} refused"))?;
    for column in sheet.columns.iter().filter(|it| it.field.is_none()) {
        out::line(format_args!(
            "  column {:?} is left out: no field is called that",
            column.heading
        ))?;
    }
    for other in &sheet.others {
        out::line(format_args!("  sheet {other:?} is left out: only the first is read"))?;
    }
    for row in &sheet.rows {
        for warning in &row.warnings {
            out::line(format_args!("  line {}: {warning:?}", row.line.row))?;
        }
    }
    for row in &imported.rows {
        for issue in &row.issues {
            out::line(format_args!("  line {}: {}: {:?}", row.row, issue.field, issue.problem))?;
        }
    }
    Ok(())
}

/// By how many weeks to move dates so that the last conversation falls in the last seven days.
pub fn weeks_until_now(tables: &[Table], clock: &SiteClock) -> i32 {
    let visits = tables.iter().filter(|it| it.kind.name == Visit::KIND);
    let moments = visits.flat_map(|table| {
        table.sheet.rows.iter().filter_map(|it| table.kind.moment(&it.line.fields))
    });
    let day = |at| clock.zone.day(at);
    let since = moments.max().map(|last| (day(clock.now) - day(last)).num_days());
    let weeks = since.unwrap_or_default().div_euclid(7);
    i32::try_from(weeks).unwrap_or_default()
}

/// Writes all records of a kind to a file whose name says how: `resident.csv`.
pub async fn export(app: &App, path: &Path, of: Option<String>, locale: &str) -> Result<ExitCode> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bad = |detail: String| Fault::BadFile { file: name.clone(), detail };
    let stem = of.unwrap_or_else(|| name.split('.').next().unwrap_or_default().to_owned());
    let unknown = || bad("the name doesn't begin with a kind; say which with --kind".to_owned());
    let kind = kind(&stem).ok_or_else(unknown)?;
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    let format =
        Format::of(&ending).ok_or_else(|| bad("neither csv, xlsx, json nor ics".into()))?;
    if format == Format::Ics && kind.name != Activity::KIND {
        return Err(bad("only activities make a calendar".into()));
    }
    let zone = app.run(calls::GetClock {}).await?.zone;
    let page = app.run(calls::Export { kind: kind.name.to_owned() }).await?;
    let bytes = tables::write(kind, &page, &Way { format, locale, zone: &zone })
        .map_err(|it| bad(it.to_string()))?;
    std::fs::write(path, bytes).map_err(|error| bad(error.to_string()))?;
    out::line(format_args!("{name}: {} records", page.entries.len()))?;
    Ok(ExitCode::SUCCESS)
}
