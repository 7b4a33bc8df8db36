//! Imports rows that were read from a file. It first plans what becomes of each row, and then
//! carries the plan out. A row that was imported before adds nothing.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::calls::{self, Answers};
use domain::fault::Result;
use domain::field::composite::{ID, RECORD};
use domain::field::{Place, Type, names_unknown};
use domain::issue::Problem;
use domain::kind::Order;
use domain::sheet::{Fate, Imported, LISTED, Line, Outcome, ROW_LIMIT, SAID};
use domain::{Body, Entry, Fault, Field, Id, Issue, Kind, Record, SiteTopic, kind};
use serde_json::Value;
use store::{Records, Row, Space};

use crate::App;
use crate::calls::cases::text;
use crate::calls::handover::rules;
use crate::calls::names::Names;
use crate::calls::{attendance, save};
use crate::ids;

/// Rows written in one transaction; fewer when they are long.
const BATCH: usize = 1_000;
/// Bytes after which a transaction ends.
const BATCH_BYTES: usize = 2 << 20;

impl Answers<calls::Preview> for App {
    async fn answer(&self, call: calls::Preview) -> Result<Imported> {
        self.preview(&call.kind, &call.lines)
    }
}

impl Answers<calls::Import> for App {
    async fn answer(&self, call: calls::Import) -> Result<Imported> {
        self.import(&call.kind, &call.lines)
    }
}

impl App {
    /// Plans what would become of each row.
    pub(crate) fn preview(&self, name: &str, lines: &[Line]) -> Result<Imported> {
        Ok(Imported { rows: self.plan(asked(name)?, lines)?.rows, group: None })
    }

    /// Writes the rows that are new and valid. Returns what became of each.
    pub(crate) fn import(&self, name: &str, lines: &[Line]) -> Result<Imported> {
        let kind = asked(name)?;
        let plan = self.plan(kind, lines)?;
        let mut groups = Vec::new();
        let mut rest = &plan.new[..];
        while !rest.is_empty() {
            let (batch, later) = rest.split_at(batch_length(rest));
            let done = self
                .act(|act| batch.iter().try_for_each(|it| save::save(act, kind, it).map(drop)))?;
            groups.push(done.group);
            // The rows are stored, even if the index fails.
            let _ = self.store().keep_up();
            rest = later;
        }
        let group = if let [group] = groups[..] { group } else { None };
        Ok(Imported { rows: plan.rows, group })
    }

    fn plan(&self, kind: &Kind, lines: &[Line]) -> Result<Plan> {
        if lines.len() > ROW_LIMIT {
            return Err(Fault::TooLarge { size: lines.len(), most: ROW_LIMIT });
        }
        let space = self.space()?;
        let mut store = self.store();
        let records = store.records()?;
        let today = self.today_in(records)?;
        let mut names = Names::new(records, today);
        let (leaving, me) = (rules::leaving(&records.handovers()?), records.member()?);
        let (mut plan, mut met) = (Plan::default(), BTreeMap::new());
        for line in lines {
            let line = &with_ids(&space, kind, line);
            let (fields, mut issues) = read(&mut names, kind, line, today)?;
            issues.extend(rules::given(kind, &fields, &|_| true, &leaving, me));
            let id = record_id(&space, kind, &line.key, &fields);
            let there = records.get(id)?;
            let known = is_known(records, kind, there.as_ref(), &fields)?;
            let seen = there.filter(|_| !known).map(|_| records.seen(id)).transpose()?;
            let twin = met.insert(id, fields.clone());
            let twice = twin.as_ref().is_some_and(|it| *it != fields);
            if twice && !known {
                issues.push(Issue::new(name_of(kind), Problem::Taken));
            }
            plan.add(line.row, known || twin.is_some() && !twice, issues, || Entry {
                id,
                kind: kind.name.to_owned(),
                fields,
                seen,
                ..Entry::default()
            });
        }
        Ok(plan)
    }
}

/// The outcome of each row, and the records to write.
#[derive(Default)]
struct Plan {
    rows: Vec<Outcome>,
    new: Vec<Entry>,
}

impl Plan {
    fn add(&mut self, row: u64, known: bool, issues: Vec<Issue>, entry: impl FnOnce() -> Entry) {
        if known {
            return self.rows.push(Outcome { row, fate: Fate::Known, issues: Vec::new() });
        }
        let fate = if issues.is_empty() { Fate::Added } else { Fate::Refused };
        if fate == Fate::Added {
            self.new.push(entry());
        }
        self.rows.push(Outcome { row, fate, issues });
    }
}

fn asked(name: &str) -> Result<&'static Kind> {
    kind(name).ok_or_else(|| Fault::UnknownKind { kind: name.to_owned() })
}

/// The field with the row's name; without one the last field, which describes the others.
fn name_of(kind: &Kind) -> &'static str {
    kind.name_field().or(kind.fields.last()).map_or("", |it| it.name)
}

/// The same row gives the same record, however often and wherever it is imported. A kind that derives
/// its ids from values gives the same record as a tap.
fn record_id(space: &Space, kind: &Kind, key: &str, fields: &Body) -> Id {
    let own = || key.parse().unwrap_or_else(|_| ids::made_of("import", space, &[kind.name, key]));
    ids::of_values(kind, space, fields).unwrap_or_else(own)
}

/// Whether the row was imported before, even if the record has been edited or deleted since; or,
/// for kinds that are identified by name, whether a record of that name exists.
fn is_known(records: Records, kind: &Kind, there: Option<&Row>, fields: &Body) -> Result<bool> {
    if let Some(there) = there {
        return Ok(!attendance::is_news(&there.merged, fields));
    }
    let named = kind.order == Order::Name;
    let name = kind.title(fields);
    Ok(named && !name.is_empty() && records.by_name(kind.name, name)?.is_some())
}

/// The row with an id for each line of steps or an agenda. The same row has the same ids.
fn with_ids(space: &Space, kind: &Kind, line: &Line) -> Line {
    let mut line = line.clone();
    for field in kind.fields.iter().filter(|it| it.ty.key() == Some(ID)) {
        let Some(Value::Array(all)) = line.fields.get_mut(field.name) else { continue };
        for (place, one) in (1..).zip(all) {
            if let Value::Object(one) = one {
                let parts = [kind.name, &line.key, field.name, &i32::to_string(&place)];
                let made = || ids::made_of("line", space, &parts).to_string();
                one.entry(ID).or_insert_with(|| made().into());
            }
        }
    }
    line
}

/// The values with ids in place of names, and all their problems.
fn read(
    names: &mut Names,
    kind: &Kind,
    line: &Line,
    today: NaiveDate,
) -> Result<(Body, Vec<Issue>)> {
    let (mut fields, mut issues) = (line.fields.clone(), line.issues.clone());
    for field in kind.fields {
        let (Some(target), Some(value)) = (field.ty.target(), fields.get_mut(field.name)) else {
            continue;
        };
        let Some(problem) = link(names, field, target, value)? else { continue };
        if field.place == Place::Hidden && matches!(field.ty, Type::Link(_)) {
            // The record that this one was started from may not be part of the import.
            fields.remove(field.name);
        } else {
            issues.push(Issue::new(field.name, problem));
        }
    }
    for issue in kind.check(&fields, today, |_| true) {
        if issues.iter().all(|it| it.field != issue.field) {
            issues.push(issue);
        }
    }
    Ok((fields, issues))
}

/// Replaces names by ids, and returns the problem of the first name that isn't one record's. An
/// unknown person stays unknown.
fn link(
    names: &mut Names,
    field: &Field,
    target: &'static str,
    value: &mut Value,
) -> Result<Option<Problem>> {
    match value {
        Value::Array(several) => several.iter_mut().try_fold(None, |wrong: Option<Problem>, it| {
            let problem = link(names, field, target, it)?;
            Ok(wrong.or(problem))
        }),
        Value::Object(said) if target == SiteTopic::KIND => {
            let found = names.topic(&text(said, SAID), &text(said, LISTED))?;
            let problem = found.as_ref().err().cloned();
            *value = found.unwrap_or_default().into();
            Ok(problem)
        }
        Value::Object(line) if field.ty == Type::Agenda => {
            line.get_mut(RECORD).map_or(Ok(None), |it| link(names, field, target, it))
        }
        Value::Object(role) => role
            .get_mut("who")
            .map_or(Ok(Some(Problem::UnknownLink)), |it| link(names, field, target, it)),
        value if field.takes_unknown() && names_unknown(value) => Ok(None),
        Value::String(value) if is_listed(field, value) => Ok(None),
        Value::String(name) if target == SiteTopic::KIND && name.parse::<Id>().is_err() => {
            Ok(match names.topic(name, "")? {
                Ok(topic) => {
                    *name = topic;
                    None
                }
                Err(problem) => Some(problem),
            })
        }
        Value::String(name) => Ok(match names.find(target, name)? {
            Ok(id) => {
                *name = id.to_string();
                None
            }
            // A name that is no member's, or several members', stays: who it was is not guessed.
            Err(_) if field.ty == Type::Member && name.parse::<Id>().is_err() => None,
            Err(problem) => Some(problem),
        }),
        _ => Ok(Some(Problem::UnknownLink)),
    }
}

/// Whether a value is one that every site's list has.
fn is_listed(field: &Field, value: &str) -> bool {
    match field.ty {
        Type::Choice(list) | Type::Choices(list) => list.values.contains(&value),
        _ => false,
    }
}

/// How many of the records fit in one transaction; at least one.
fn batch_length(entries: &[Entry]) -> usize {
    let size = |entry: &Entry| entry.fields.values().map(|it| it.to_string().len()).sum::<usize>();
    let mut bytes = 0;
    let fit = entries.iter().take(BATCH).take_while(|entry| {
        bytes += size(entry);
        bytes <= BATCH_BYTES
    });
    fit.count().max(1)
}
