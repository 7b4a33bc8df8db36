//! What would become of a file, row by row: the reasons in words, and a sign at the cell.

use std::collections::BTreeSet;

use domain::sheet::{Fate, Imported, Outcome, Sheet, SheetRow, Warning};
use domain::{Field, Issue, Kind};
use leptos::prelude::*;

use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{label, problem, t, tn, tv};
use crate::record::form::Names;
use crate::record::history::values::in_words;

/// Most rows that are shown.
const SHOWN: usize = 50;

/// A file that was read, and what would become of it.
#[derive(Clone)]
pub struct Found {
    /// The file's name.
    pub name: String,
    /// The kind that its rows are read as.
    pub kind: &'static str,
    /// The rows that were read.
    pub sheet: Sheet,
    /// What would become of the rows.
    pub outcome: Imported,
}

/// The counts, the notes on what is left out, and the rows.
pub fn preview(found: &Found) -> AnyView {
    let Some(kind) = domain::kind(found.kind) else { return ().into_any() };
    let rows = worth_showing(found);
    let count = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    let more = found.sheet.rows.len() - rows.len();
    let more = (more > 0).then(|| tn("exchange-more-rows", count(more)));
    let counts = [Fate::Added, Fate::Known, Fate::Refused].map(|fate| {
        let number = count(found.outcome.count(fate));
        let id = match fate {
            Fate::Added => "exchange-added",
            Fate::Known => "exchange-known",
            Fate::Refused => "exchange-refused",
        };
        (number > 0).then(|| tag(fate, tn(id, number)))
    });
    let title = tv("exchange-file-rows", &[("file", &found.name)]);
    view! {
        <h3>{title.clone()}</h3>
        <p class="reach">{counts.into_iter().collect_view()}</p>
        {notes(&found.sheet)}
        <div class="preview" role="region" tabindex="0" aria-label=title>
            {table(kind, found, &rows)}
        </div>
        <p class="quiet">{more}</p>
    }
    .into_any()
}

/// The columns and sheets that are left out, and the year that was assumed.
fn notes(sheet: &Sheet) -> AnyView {
    let unknown = sheet.columns.iter().filter(|it| it.field.is_none() && !it.heading.is_empty());
    let unknown: Vec<_> = unknown.map(|it| it.heading.as_str()).collect();
    let mut notes = Vec::new();
    if !unknown.is_empty() {
        notes.push(tv("exchange-unknown", &[("columns", &unknown.join(", "))]));
    }
    if !sheet.others.is_empty() {
        notes.push(tv("exchange-sheets", &[("sheets", &sheet.others.join(", "))]));
    }
    if !sheet.years.is_empty() {
        let years: Vec<_> = sheet.years.iter().map(ToString::to_string).collect();
        notes.push(tv("exchange-year", &[("year", &years.join("–"))]));
    }
    let notes = notes.into_iter().map(|it| view! { <p>{it}</p> }.into_any()).collect::<Vec<_>>();
    if notes.is_empty() {
        return ().into_any();
    }
    view! { <div class="callout" data-color="warm">{icon(Icon::Warning)} <div>{notes}</div></div> }
        .into_any()
}

/// The first rows, where those that the user should look at come before others.
fn worth_showing(found: &Found) -> Vec<(&SheetRow, &Outcome)> {
    let both = || found.sheet.rows.iter().zip(&found.outcome.rows);
    let odd = |(row, outcome): &(&SheetRow, &Outcome)| {
        outcome.fate == Fate::Refused || !row.warnings.is_empty()
    };
    let (odd, even) = both().partition::<Vec<_>, _>(odd);
    let mut shown: Vec<_> = odd.into_iter().chain(even).take(SHOWN).collect();
    shown.sort_by_key(|(row, _)| row.line.row);
    shown
}

fn table(kind: &Kind, found: &Found, rows: &[(&SheetRow, &Outcome)]) -> AnyView {
    let used: BTreeSet<&str> = rows
        .iter()
        .flat_map(|(row, outcome)| {
            let wrong = outcome.issues.iter().map(|it| it.field.as_str());
            row.line.fields.keys().map(String::as_str).chain(wrong)
        })
        .collect();
    let fields: Vec<_> = kind.fields.iter().filter(|it| used.contains(it.name)).collect();
    let headings = fields
        .iter()
        .map(|it| view! { <th scope="col">{short(label(kind.name, it.name))}</th> }.into_any());
    let headings = headings.collect_view();
    let lines = rows.iter().map(|(row, outcome)| {
        let cells = fields.iter().map(|field| cell(kind, &found.sheet, field, row, outcome));
        let wrong = outcome.issues.iter().map(|it| reason(kind, &found.sheet, row, it));
        let notes = wrong.chain(row.warnings.iter().map(warning));
        let notes = notes.map(|it| view! { <p>{it}</p> }.into_any()).collect_view();
        let (number, cells) = (row.line.row, cells.collect_view());
        view! {
            <tr>
                <th scope="row">{number}</th>
                <td>{tag(outcome.fate, fate(outcome.fate))} {notes}</td>
                {cells}
            </tr>
        }
        .into_any()
    });
    let lines = lines.collect_view();
    view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{t("exchange-row")}</th>
                    <th scope="col">{t("exchange-fate")}</th>
                    {headings}
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

/// A label up to its comma: «Språk, morsmålet først».
fn short(label: String) -> String {
    label.split(',').next().map(str::to_owned).unwrap_or(label)
}

/// A problem, in words that also say where it is: on a phone the cell is out of sight.
/// `Leilighet H0303: Velg en som finnes fra før.`
fn reason(kind: &Kind, sheet: &Sheet, row: &SheetRow, issue: &Issue) -> String {
    let place = [short(label(kind.name, &issue.field)), as_written(sheet, row, &issue.field)];
    format!("{}: {}", place.join(" ").trim_end(), problem(&issue.problem))
}

/// The text of a field in the file.
fn as_written(sheet: &Sheet, row: &SheetRow, field: &str) -> String {
    let all = sheet.columns.iter().zip(&row.cells);
    let of_it = all.filter(|it| it.0.field.as_deref() == Some(field) && !it.1.is_empty());
    of_it.map(|it| it.1.as_str()).collect::<Vec<_>>().join(" ")
}

fn cell(kind: &Kind, sheet: &Sheet, field: &Field, row: &SheetRow, outcome: &Outcome) -> AnyView {
    let wrong = outcome.issues.iter().find(|it| it.field == field.name);
    let value = row.line.fields.get(field.name);
    let words = match value {
        // Values that cannot be read, and names of records, are shown as they were written.
        _ if wrong.is_some() || field.ty.target().is_some() => as_written(sheet, row, field.name),
        Some(value) => in_words(Some(kind), field.name, value, &Names::default()),
        None => String::new(),
    };
    let sign =
        wrong.map(|_| view! { <span class="problem">{icon(Icon::Warning)}</span> }.into_any());
    view! { <td>{sign} {words}</td> }.into_any()
}

fn tag(fate: Fate, words: String) -> AnyView {
    let color = match fate {
        Fate::Added => "accent",
        Fate::Known => "neutral",
        Fate::Refused => "danger",
    };
    view! { <span class="ds-tag" data-color=color>{words}</span> }.into_any()
}

fn fate(fate: Fate) -> String {
    match fate {
        Fate::Added => t("exchange-fate-added"),
        Fate::Known => t("exchange-fate-known"),
        Fate::Refused => t("exchange-fate-refused"),
    }
}

/// A warning about a row, in words.
fn warning(warning: &Warning) -> String {
    let code: &str = warning.into();
    let (said, day) = match warning {
        Warning::OtherWeekday { said, day } | Warning::OtherWeek { said, day } => {
            (said.clone(), format::long_day(*day))
        }
        Warning::AfterNewYear { year } => (year.to_string(), String::new()),
        _ => Default::default(),
    };
    tv(&format!("warning-{code}"), &[("said", &said), ("day", &day)])
}
