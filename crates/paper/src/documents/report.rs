//! A month in figures, in the form that may leave the team: no names, and no small numbers.

use chrono::{Datelike, Months, NaiveDate};
use domain::calls;
use domain::fault::Result;
use figures::{Table, tables};
use texts::speak::Speak;

use crate::desk::Desk;
use crate::language::capital;
use crate::sheet::{Block, Look, Sheet, Words};

/// The document.
pub async fn sheet(desk: &Desk, month: NaiveDate) -> Result<Sheet> {
    let from = month.with_day(1).unwrap_or(month);
    let next = from.checked_add_months(Months::new(1));
    let to = next.and_then(|it| it.pred_opt()).unwrap_or(from);
    let report = desk.ask(calls::GetReport { from, to }).await?;
    let title = desk.team.text("report-title", &[]);
    let month = capital(&desk.team.month(from));
    let mut sheet = desk.sheet(desk.team.words(format!("{title} – {month}")));
    for table in tables(&desk.team, &report, true) {
        sheet.heading(vec![desk.team.words(&*table.title)]);
        if table.rows.is_empty() {
            sheet.say(Look::Plain, desk.team.say("report-none"));
        } else {
            sheet.blocks.push(block(desk, table));
        }
    }
    Ok(sheet)
}

fn block(desk: &Desk, table: Table) -> Block {
    let cell = |text: String| vec![Words::new(&desk.team.tag, text)];
    let row = |cells: Vec<String>| cells.into_iter().map(cell).collect();
    let widths = std::iter::once(3).chain(table.head.iter().skip(1).map(|_| 2)).collect();
    Block::Table { head: row(table.head), rows: table.rows.into_iter().map(row).collect(), widths }
}
