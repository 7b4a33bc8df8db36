//! Importing rows that were read from a file: first a plan of what becomes of each, and then,
//! if that is wanted, the plan carried out. A row that was imported before adds nothing.

use std::collections::BTreeMap;

use domain::fault::Result;
use domain::field::{Place, Type};
use domain::issue::Problem;
use domain::kind::Order;
use domain::sheet::{Fate, Imported, Line, Outcome, ROW_LIMIT};
use domain::{Body, Entry, Fault, Id, Issue, Kind, kind};
use serde_json::Value;
use store::Store;

use crate::{App, ids, save};

/// Rows written in one transaction; fewer when they are long.
const BATCH: usize = 1_000;
/// Bytes after which a transaction ends.
const BATCH_BYTES: usize = 2 << 20;

impl App {
    /// What would become of each row.
    pub(crate) fn preview(&self, name: &str, lines: &[Line]) -> Result<Imported> {
        Ok(Imported { rows: self.plan(asked(name)?, lines)?.rows, group: None })
    }

    /// Writes the rows that are new and sound; tells what became of each.
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
            rest = later;
        }
        let group = if let [group] = groups[..] { group } else { None };
        Ok(Imported { rows: plan.rows, group })
    }

    fn plan(&self, kind: &Kind, lines: &[Line]) -> Result<Plan> {
        if lines.len() > ROW_LIMIT {
            return Err(Fault::TooLarge { size: lines.len(), most: ROW_LIMIT });
        }
        let space = self.space()?.id;
        let store = self.records()?;
        let (mut plan, mut met) = (Plan::default(), BTreeMap::new());
        for line in lines {
            let id = record_id(space, kind, &line.key);
            let known = is_known(&store, kind, id, line)?;
            let twin = met.insert(id, &line.fields);
            let twice = twin.is_some_and(|it| *it != line.fields);
            let (fields, mut issues) = read(&store, kind, line)?;
            if twice && !known {
                issues.push(Issue::new(name_of(kind), Problem::Taken));
            }
            plan.add(line.row, known || twin.is_some() && !twice, issues, || Entry {
                id,
                kind: kind.name.to_owned(),
                fields,
                ..Entry::default()
            });
        }
        Ok(plan)
    }
}

/// What becomes of the rows, and the records to write.
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

fn name_of(kind: &Kind) -> &'static str {
    kind.name_field().map_or("", |it| it.name)
}

/// The same row makes the same record wherever and however often it is imported.
fn record_id(space: Id, kind: &Kind, key: &str) -> Id {
    key.parse().unwrap_or_else(|_| ids::made_of("import", space, &[kind.name, key]))
}

/// Whether the row was imported before, even if somebody has changed or deleted it since; or
/// whether, of what goes by its name, there is one of that name, whoever made it.
fn is_known(store: &Store, kind: &Kind, id: Id, line: &Line) -> Result<bool> {
    if store.is_known(id)? {
        return Ok(true);
    }
    let named = kind.order == Order::Name;
    let name = kind.title(&line.fields);
    Ok(named && !name.is_empty() && store.by_name(kind.name, name)?.is_some())
}

/// The values with links in place of names, and everything that is wrong with them.
fn read(store: &Store, kind: &Kind, line: &Line) -> Result<(Body, Vec<Issue>)> {
    let (mut fields, mut issues) = (line.fields.clone(), line.issues.clone());
    for field in kind.fields {
        let (Some(target), Some(value)) = (field.ty.target(), fields.get_mut(field.name)) else {
            continue;
        };
        if link(store, target, value)? {
            continue;
        }
        if field.place == Place::Hidden && matches!(field.ty, Type::Link(_)) {
            // What a record comes from may well have stayed where it was exported.
            fields.remove(field.name);
        } else {
            issues.push(Issue::new(field.name, Problem::UnknownLink));
        }
    }
    for issue in kind.check(&fields, |_| true) {
        if issues.iter().all(|it| it.field != issue.field) {
            issues.push(issue);
        }
    }
    Ok((fields, issues))
}

/// Puts ids in place of names; tells whether all of them are known.
fn link(store: &Store, target: &str, value: &mut Value) -> Result<bool> {
    match value {
        Value::Array(several) => {
            several.iter_mut().try_fold(true, |all, it| Ok(link(store, target, it)? && all))
        }
        Value::Object(role) => role.get_mut("who").map_or(Ok(false), |it| link(store, target, it)),
        Value::String(name) => {
            let found = named(store, target, name)?;
            *name = found.map_or_else(|| name.clone(), |id| id.to_string());
            Ok(found.is_some())
        }
        _ => Ok(false),
    }
}

fn named(store: &Store, target: &str, name: &str) -> Result<Option<Id>> {
    let Ok(id) = name.parse() else { return Ok(store.by_name(target, name)?) };
    let is_target = |kind: &str| target == domain::field::ANY || target == kind;
    let there = store.get(id)?.filter(|it| is_target(&it.merged.kind) && !it.merged.deleted);
    Ok(there.map(|it| it.id))
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
