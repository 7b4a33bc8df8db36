//! What another site hands over: its records with their history, word for word. A record that is here already
//! stays as it is, so that taking over twice adds nothing, and nobody is guessed to be somebody else.

use std::collections::{BTreeMap, BTreeSet};

use domain::calls::{self, Answers};
use domain::change::PAST;
use domain::fault::Result;
use domain::field::composite::RECORD;
use domain::field::{LINE_LIMIT, UNKNOWN, is_empty};
use domain::handed::{FORMAT, Handed, Past, Told, VERSION};
use domain::handing_over::ItemStatus;
use domain::kinds::HandoverStatus;
use domain::views::{Refused, Revision, Standing, TakenOver};
use domain::{
    Body, Disposal, Edit, Fault, Field, Handover, HandoverItem, Id, Issue, KINDS, Kind, Member,
    Pin, Problem, Record, SiteSettings, SiteWording, Submission, Type, kind, read,
};
use serde_json::{Value, json};
use store::{Act, Space};

use crate::App;
use crate::ids;

/// The longest text that is read, in bytes.
const LONGEST: usize = 64 << 20;
/// Most bytes of history in one change.
const PAST_BYTES: usize = 256 << 10;

/// The kinds that say how this site works and who is in it, which no other site decides.
const OURS: [&str; 6] = [
    Member::KIND,
    SiteSettings::KIND,
    SiteWording::KIND,
    Pin::KIND,
    Submission::KIND,
    Disposal::KIND,
];

/// What became of a record.
enum Fate {
    Added,
    Known,
    Refused,
}

impl Answers<calls::TakeOver> for App {
    async fn answer(&self, call: calls::TakeOver) -> Result<TakenOver> {
        self.take_over(&call.text)
    }
}

impl App {
    fn take_over(&self, text: &str) -> Result<TakenOver> {
        let handed = handed(text)?;
        let space = self.space()?;
        let ids: BTreeSet<Id> = handed.records.iter().map(|it| it.id).collect();
        let mut taken = TakenOver { site: handed.site.clone(), ..TakenOver::default() };
        for told in in_order(&handed) {
            let done = self.act(|act| take_one(act, &handed, told, (&space, &ids)));
            match done {
                // No change holds so much.
                Err(Fault::TooLarge { .. }) => taken.refused.push(refused(told)),
                done => count(&mut taken, told, done?.outcome),
            }
        }
        Ok(taken)
    }
}

fn count(taken: &mut TakenOver, told: &Told, (fate, stands): (Fate, Option<Standing>)) {
    match fate {
        Fate::Known => taken.known += 1,
        Fate::Refused => taken.refused.push(refused(told)),
        Fate::Added => {
            taken.added += 1;
            taken.standing.extend(stands);
        }
    }
}

/// Takes over a record. If it is an item that no receiver accepted, its matter is pinned.
fn take_one(
    act: &mut Act,
    handed: &Handed,
    told: &Told,
    (space, ids): (&Space, &BTreeSet<Id>),
) -> store::Result<(Fate, Option<Standing>)> {
    let fate = take(act, &handed.site, told, ids)?;
    let stands = standing(handed, told).filter(|_| matches!(fate, Fate::Added));
    let Some(stands) = stands else { return Ok((fate, None)) };
    if act.changes(stands.matter)?.is_empty() {
        return Ok((fate, None));
    }
    pin(act, space, stands.matter)?;
    Ok((fate, Some(stands)))
}

fn refused(told: &Told) -> Refused {
    Refused { kind: told.kind.clone(), title: title(told) }
}

/// Pins a matter, in the action that brought its item.
fn pin(act: &mut Act, space: &Space, matter: Id) -> store::Result<()> {
    let id = ids::made_of(Pin::KIND, space, &[&matter.to_string()]);
    if act.changes(id)?.is_empty() {
        act.write(id, Pin::KIND, vec![Edit::new(Pin::NOTE, &json!(matter), Vec::new())])?;
    }
    Ok(())
}

fn handed(text: &str) -> Result<Handed> {
    if text.len() > LONGEST {
        return Err(Fault::TooLarge { size: text.len(), most: LONGEST });
    }
    let handed: Handed = serde_json::from_str(text).map_err(|_| Fault::NothingHanded)?;
    match handed.version {
        _ if handed.format != FORMAT => Err(Fault::NothingHanded),
        0..=VERSION => Ok(handed),
        _ => Err(Fault::NewerFile),
    }
}

/// The records, those that others point to first.
fn in_order(handed: &Handed) -> Vec<&Told> {
    let mut all: Vec<_> = handed.records.iter().collect();
    let place = |told: &Told| KINDS.iter().position(|it| it.name == told.kind);
    all.sort_by_key(|it| place(it).unwrap_or(usize::MAX));
    all
}

/// Adds a record with its history, all of it or nothing.
fn take(act: &mut Act, site: &str, told: &Told, ids: &BTreeSet<Id>) -> store::Result<Fate> {
    if !act.changes(told.id)?.is_empty() {
        return Ok(Fate::Known);
    }
    let taken = kind(&told.kind).filter(|it| !OURS.contains(&it.name));
    let Some(of) = taken else { return Ok(Fate::Refused) };
    let fields = brought(act, of, told, ids)?;
    // What is missing because its link leads nowhere here stands in the past.
    let lost = |it: &Issue| {
        it.problem == Problem::Missing && told.fields.get(&it.field).is_some_and(|it| !is_empty(it))
    };
    let today = domain::Clock::at(act.now()).moment().date_naive();
    if !of.check(&fields, today, |_| true).iter().all(lost) {
        return Ok(Fate::Refused);
    }
    write(act, of, told, site, &fields)?;
    Ok(Fate::Added)
}

/// The values of a record as they can be here. A name that begins like one of ours is no field.
fn brought(act: &Act, of: &Kind, told: &Told, ids: &BTreeSet<Id>) -> store::Result<Body> {
    let mut fields = Body::new();
    for (name, value) in told.fields.iter().filter(|it| !it.0.starts_with('~')) {
        let value = match of.field(name) {
            Some(field) => known(act, field, value, (told, ids))?,
            None => value.clone(),
        };
        fields.insert(name.clone(), value);
    }
    if of.name == Handover::KIND {
        fields.insert(Handover::STATUS.to_owned(), json!(HandoverStatus::Closed));
    }
    Ok(fields)
}

/// Writes a record: its past in as many changes as it takes, and its values with the last of them.
fn write(act: &mut Act, of: &Kind, told: &Told, site: &str, fields: &Body) -> store::Result<()> {
    let edit = |(name, value): (&String, &Value)| Edit::new(name, value, Vec::new());
    let values = fields.iter().filter(|it| !it.1.is_null()).map(edit);
    let mut parts = parts(&told.history);
    let last = parts.pop().unwrap_or_default();
    let past = |history: &[Revision], names: &BTreeMap<Id, String>| {
        let (site, history, names) = (site.to_owned(), history.to_vec(), names.clone());
        Edit::new(PAST, &json!(Past { site, history, names }), Vec::new())
    };
    for part in parts {
        act.write(told.id, of.name, vec![past(part, &BTreeMap::new())])?;
    }
    act.write(told.id, of.name, values.chain([past(last, &told.names)]).collect())
}

/// A value without links to what is neither handed over nor here. A member who is not here stays by name, and
/// who took part as an unknown person.
fn known(
    act: &Act,
    field: &Field,
    value: &Value,
    (told, ids): (&Told, &BTreeSet<Id>),
) -> store::Result<Value> {
    let mut gone = BTreeSet::new();
    for id in field.ty.links(value) {
        let here = match field.ty {
            Type::Member => act.exists(id, Member::KIND)?,
            _ => ids.contains(&id) || !act.changes(id)?.is_empty(),
        };
        gone.extend((!here).then_some(id));
    }
    let lost = |value: &Value| field.ty.links(value).iter().any(|it| gone.contains(it));
    Ok(match (field.ty, value) {
        _ if gone.is_empty() => value.clone(),
        (Type::Member, _) => {
            let name = gone.first().and_then(|it| told.names.get(it));
            name.map_or(Value::Null, |it| json!(it))
        }
        (Type::Agenda, Value::Array(all)) => all.iter().map(|it| unlinked(it, &gone)).collect(),
        (_, Value::Array(all)) if field.takes_unknown() => {
            all.iter().map(|it| unknown(it, &gone)).collect()
        }
        (_, Value::Array(all)) => {
            let stays = |it: &&Value| !lost(&Value::Array(vec![(*it).clone()]));
            all.iter().filter(stays).cloned().collect()
        }
        _ => Value::Null,
    })
}

/// A line of an agenda without the record that it leads to, if that is gone.
fn unlinked(line: &Value, gone: &BTreeSet<Id>) -> Value {
    let mut line = line.clone();
    let leads = |it: &Value| it.as_str()?.parse().ok();
    if leads(&line[RECORD]).is_some_and(|it| gone.contains(&it))
        && let Some(line) = line.as_object_mut()
    {
        line.remove(RECORD);
    }
    line
}

/// The same with an unknown person for each who is gone.
fn unknown(value: &Value, gone: &BTreeSet<Id>) -> Value {
    match value {
        Value::String(id) if id.parse().is_ok_and(|it| gone.contains(&it)) => json!(UNKNOWN),
        Value::Object(all) => {
            all.iter().map(|(name, it)| (name.clone(), unknown(it, gone))).collect()
        }
        other => other.clone(),
    }
}

/// A history in parts that fit in a change.
fn parts(history: &[Revision]) -> Vec<&[Revision]> {
    let (mut parts, mut begin, mut size) = (Vec::new(), 0, 0);
    for (at, step) in history.iter().enumerate() {
        let more = json!(step).to_string().len();
        if size > 0 && size + more > PAST_BYTES {
            parts.push(&history[begin..at]);
            (begin, size) = (at, 0);
        }
        size += more;
    }
    parts.extend(Some(&history[begin..]).filter(|it| !it.is_empty()));
    parts
}

/// The matter of an item that no receiver accepted.
fn standing(handed: &Handed, told: &Told) -> Option<Standing> {
    if told.kind != HandoverItem::KIND {
        return None;
    }
    let item: HandoverItem = read(&told.fields);
    let status = item.stands();
    let unplaced = matches!(status, ItemStatus::Declined | ItemStatus::KeptByLead);
    let matter = handed.records.iter().find(|it| Some(it.id) == item.matter && unplaced)?;
    let (status, reason) = (status.name().to_owned(), item.reason.clone());
    Some(Standing {
        matter: matter.id,
        kind: matter.kind.clone(),
        title: title(matter),
        status,
        reason,
    })
}

fn title(told: &Told) -> String {
    let title = kind(&told.kind).map_or("", |it| it.title(&told.fields));
    title.lines().next().unwrap_or_default().chars().take(LINE_LIMIT).collect()
}
