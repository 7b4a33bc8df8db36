//! Cases: what we or a partner have to act on, and what is over.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use domain::calls::{self, Answers};
use domain::fault::Result;
use domain::field::names_unknown;
use domain::life::Stage;
use domain::views::{Case, Cases};
use domain::{Body, Id, Kind, Type, kind};
use serde_json::Value;
use store::{Records, Row};

use crate::App;
use crate::calls::authors::People;

/// Most characters of a title in a list.
const TITLE: usize = 200;

impl Answers<calls::GetCases> for App {
    async fn answer(&self, _: calls::GetCases) -> Result<Cases> {
        self.cases()
    }
}

impl App {
    /// All cases.
    pub(crate) fn cases(&self) -> Result<Cases> {
        let mut store = self.store();
        let records = store.records()?;
        let people = People::of(records)?;
        let (open, open_total) = records.open_cases()?;
        let mut open: Vec<_> =
            open.iter().map(pressure).zip(cases(records, &people, &open)?).collect();
        open.sort_by_key(|(pressure, it)| {
            (Reverse(*pressure), it.due.is_none(), it.due, Reverse(it.at))
        });
        let open = open.into_iter().map(|it| it.1).collect();
        let (closed, closed_total) = records.closed_cases()?;
        let closed = cases(records, &people, &closed)?;
        Ok(Cases { open, closed, open_total, closed_total })
    }
}

/// How much a record presses: nothing, or its weight.
fn pressure(row: &Row) -> usize {
    let body = &row.merged.body;
    let stage = kind(&row.merged.kind).and_then(|it| it.stage(body));
    stage.filter(|it| it.presses().is_some()).map_or(0, |it| it.weight())
}

/// Records as lines of a list of cases.
pub fn cases(records: Records, people: &People, rows: &[Row]) -> Result<Vec<Case>> {
    let names = people.names(records, rows)?;
    Ok(rows.iter().filter_map(|row| case(row, &names, people)).collect())
}

fn case(row: &Row, names: &BTreeMap<Id, String>, people: &People) -> Option<Case> {
    let (kind, body) = (kind(&row.merged.kind)?, &row.merged.body);
    let (stage, made) = (kind.stage(body)?, people.sign(row.merged.made));
    let owner = owner(kind, body);
    let author = people.author(row.merged.made).map(|it| it.to_string());
    let whose = owner.or(author).unwrap_or_default();
    Some(Case {
        id: row.id,
        kind: kind.name.to_owned(),
        title: start(&row.title),
        parts: parts(kind, body, names),
        about: concerned(row, names),
        mine: people.is_me(&whose),
        whose: people.named(&whose),
        status: stage.name().to_owned(),
        due: stage.due().and_then(|it| it.parse().ok()),
        at: if kind.is_by_day() { made.at } else { row.at },
        pressing: pressing(&stage),
    })
}

fn pressing(stage: &Stage) -> String {
    stage.presses().unwrap_or_default().to_owned()
}

/// The value that names the member whose a record is; a record that names none is its author's.
fn owner(kind: &Kind, body: &Body) -> Option<String> {
    Some(text(body, kind.life?.owner?)).filter(|it| !it.is_empty())
}

/// The values of the fields that name a record in a row.
pub fn parts(kind: &Kind, body: &Body, names: &BTreeMap<Id, String>) -> Vec<String> {
    let called = |field: &&'static str| {
        let (value, ty) = (text(body, field), kind.field(field).map(|it| it.ty));
        let id: Option<Id> = value.parse().ok().filter(|_| matches!(ty, Some(Type::Link(_))));
        id.map_or_else(|| start(&value), |it| names.get(&it).cloned().unwrap_or_default())
    };
    kind.card.title.iter().map(called).collect()
}

/// The text in a field; empty if there is none.
pub fn text(body: &Body, field: &str) -> String {
    body.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The beginning of a title, because it may be a text of any length.
pub fn start(title: &str) -> String {
    title.chars().take(TITLE).collect()
}

/// The names of the residents that a record concerns. An unknown person has an empty name.
pub fn concerned(row: &Row, names: &BTreeMap<Id, String>) -> Vec<String> {
    let mut called: Vec<_> =
        row.residents().iter().filter_map(|it| names.get(it).cloned()).collect();
    // A record may point to both records of a duplicate resident.
    called.dedup();
    if row.merged.body.values().any(names_unknown) {
        called.push(String::new());
    }
    called
}
