//! Importing a table: semicolons, a header of field names, links by name, `|`
//! between the values of a set. A row that was imported before is passed over.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, SecondsFormat, TimeDelta, TimeZone};
use chrono_tz::Europe::Oslo;
use domain::calls::Import;
use domain::fault::Result;
use domain::field::Type;
use domain::views::{Imported, RowIssue};
use domain::{Body, Entry, Fault, Field, Id, Issue, Kind, Problem, kind};
use serde_json::{Value, json};

use crate::{App, save};

/// Rows written in one transaction; fewer when they are long.
const BATCH: usize = 250;
/// Bytes after which a transaction ends.
const BATCH_BYTES: usize = 1 << 20;

impl App {
    /// Imports the rows that are new and sound; tells what became of the others.
    pub(crate) fn import(&self, asked: &Import) -> Result<Imported> {
        let kind =
            kind(&asked.kind).ok_or_else(|| Fault::UnknownKind { kind: asked.kind.clone() })?;
        let space = self.space()?;
        let table = Table::read(kind, &asked.csv)?;
        let mut outcome = Imported::default();
        let mut new = Vec::new();
        for (line, cells) in table.rows {
            let id = row_id(space.id, kind, &table.fields, &cells);
            if self.records()?.is_known(id)? {
                outcome.known += 1;
                continue;
            }
            match self.row(&table.fields, &cells, asked.weeks) {
                Ok(fields) => new
                    .push((line, Entry { id, kind: kind.name.into(), fields, ..Entry::default() })),
                Err(issues) => refuse(&mut outcome, line, issues),
            }
        }
        let mut rest = &new[..];
        while !rest.is_empty() {
            let (batch, later) = rest.split_at(batch_length(rest));
            self.write(kind, batch, &mut outcome)?;
            rest = later;
        }
        Ok(outcome)
    }

    fn write(&self, kind: &Kind, batch: &[(u64, Entry)], outcome: &mut Imported) -> Result<()> {
        self.act(|act| {
            for (line, entry) in batch {
                match save::save(act, kind, entry) {
                    Ok(_) => outcome.added += 1,
                    Err(store::Error::Fault(Fault::Invalid { issues })) => {
                        refuse(outcome, *line, issues);
                    }
                    Err(error) => return Err(error),
                }
            }
            Ok(())
        })?;
        Ok(())
    }

    fn row(
        &self,
        fields: &[&Field],
        cells: &[String],
        weeks: i32,
    ) -> std::result::Result<Body, Vec<Issue>> {
        let mut body = Body::new();
        let mut issues = Vec::new();
        for (field, cell) in fields.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            match self.value(&field.ty, cell, weeks) {
                Ok(value) => drop(body.insert(field.name.to_owned(), value)),
                Err(problem) => issues.push(Issue::new(field.name, problem)),
            }
        }
        if issues.is_empty() { Ok(body) } else { Err(issues) }
    }

    fn value(&self, ty: &Type, cell: &str, weeks: i32) -> std::result::Result<Value, Problem> {
        let parts = || cell.split('|').map(str::trim).filter(|it| !it.is_empty());
        Ok(match ty {
            Type::Number { .. } => json!(cell.parse::<i64>().map_err(|_| Problem::WrongType)?),
            Type::Flag => json!(flag(cell)?),
            Type::Day => json!(day(cell, weeks)?),
            Type::Moment => json!(moment(cell, weeks)?),
            Type::Link(kind) => json!(self.named(kind, cell)?),
            Type::Links(kind) => {
                json!(
                    parts()
                        .map(|it| self.named(kind, it))
                        .collect::<std::result::Result<Vec<_>, _>>()?
                )
            }
            Type::Choices(_) | Type::Languages => json!(parts().collect::<Vec<_>>()),
            Type::Roles(kind, _) => {
                json!(
                    parts()
                        .map(|it| self.role(kind, it))
                        .collect::<std::result::Result<Vec<_>, _>>()?
                )
            }
            Type::Line | Type::Text | Type::Choice(_) | Type::Language => json!(cell),
        })
    }

    fn named(&self, kind: &str, name: &str) -> std::result::Result<Id, Problem> {
        let records = self.records().ok();
        let found = records.and_then(|it| it.by_name(kind, name).ok().flatten());
        found.ok_or(Problem::UnknownLink)
    }

    fn role(&self, kind: &str, text: &str) -> std::result::Result<Value, Problem> {
        let (role, name) = text.split_once(':').ok_or(Problem::WrongType)?;
        Ok(json!({ "role": role.trim(), "who": self.named(kind, name.trim())? }))
    }
}

/// How many of the rows fit in one transaction; at least one.
fn batch_length(rows: &[(u64, Entry)]) -> usize {
    let size = |entry: &Entry| entry.fields.values().map(|it| it.to_string().len()).sum::<usize>();
    let mut bytes = 0;
    let fit = rows.iter().take(BATCH).take_while(|(_, entry)| {
        bytes += size(entry);
        bytes <= BATCH_BYTES
    });
    fit.count().max(1)
}

fn refuse(outcome: &mut Imported, row: u64, issues: Vec<Issue>) {
    outcome.refused.extend(issues.into_iter().map(|issue| RowIssue { row, issue }));
}

struct Table {
    fields: Vec<&'static Field>,
    /// The line in the file, and its cells in the order of `fields`.
    rows: Vec<(u64, Vec<String>)>,
}

impl Table {
    fn read(kind: &'static Kind, text: &str) -> Result<Self> {
        let bad = |detail: String| Fault::BadFile { file: kind.name.to_owned(), detail };
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
        let header = reader.headers().map_err(|it| bad(it.to_string()))?.clone();
        let field = |name: &str| kind.field(name.trim()).ok_or_else(|| bad(format!("?{name}")));
        let fields = header.iter().map(field).collect::<Result<_>>()?;
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|it| bad(it.to_string()))?;
            let line = record.position().map_or(0, csv::Position::line);
            let cells: Vec<String> = record.iter().map(|it| it.trim().to_owned()).collect();
            if cells.iter().any(|it| !it.is_empty()) {
                rows.push((line, cells));
            }
        }
        Ok(Self { fields, rows })
    }
}

/// The same row gives the same record wherever and however often it is imported:
/// what happens is named by the whole row, what is by its name.
fn row_id(space: Id, kind: &Kind, fields: &[&Field], cells: &[String]) -> Id {
    let name = fields.iter().zip(cells).find(|(it, _)| it.ty == Type::Line);
    let key = match name {
        Some((_, name)) if !kind.happens() => domain::fold::fold(name),
        _ => cells.join("\u{1f}"),
    };
    let hash =
        blake3::hash(format!("import\u{1f}{space}\u{1f}{}\u{1f}{key}", kind.name).as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.as_bytes()[..16]);
    Id::new_v8(bytes)
}

fn flag(cell: &str) -> std::result::Result<bool, Problem> {
    match cell.to_lowercase().as_str() {
        "yes" | "ja" | "true" | "1" | "x" => Ok(true),
        "no" | "nei" | "false" | "0" => Ok(false),
        _ => Err(Problem::WrongType),
    }
}

fn day(cell: &str, weeks: i32) -> std::result::Result<String, Problem> {
    let day = calendar_day(cell).ok_or(Problem::NotADay)?;
    let days = Days::new(u64::from(weeks.unsigned_abs()) * 7);
    let moved = if weeks < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) };
    Ok(moved.ok_or(Problem::NotADay)?.to_string())
}

/// A day as ISO 8601 or as Norwegians write it.
fn calendar_day(cell: &str) -> Option<NaiveDate> {
    if let Ok(day) = cell.parse() {
        return Some(day);
    }
    let mut parts = cell.split('.').map(|it| it.trim().parse().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    let year = i32::try_from(year).ok()?;
    if parts.next().is_some() { None } else { NaiveDate::from_ymd_opt(year, month, day) }
}

/// A moment with its offset, or a local time of the building.
fn moment(cell: &str, weeks: i32) -> std::result::Result<String, Problem> {
    let weeks = TimeDelta::weeks(i64::from(weeks));
    let here = |local: NaiveDateTime| {
        let local = local.checked_add_signed(weeks)?;
        Some(Oslo.from_local_datetime(&local).earliest()?.to_utc())
    };
    let exact = DateTime::parse_from_rfc3339(cell).ok();
    let at = match exact {
        Some(at) => at.to_utc().checked_add_signed(weeks),
        None => local_time(cell).and_then(here),
    };
    Ok(at.ok_or(Problem::NotAMoment)?.to_rfc3339_opts(SecondsFormat::Millis, true))
}

/// A day and a time of day.
fn local_time(cell: &str) -> Option<NaiveDateTime> {
    let (day, time) = cell.split_once([' ', 'T'])?;
    Some(calendar_day(day)?.and_time(time.parse().ok()?))
}
