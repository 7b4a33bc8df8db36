//! What another site hands over: its records with their history, word for word. A record that is here already
//! stays as it is, so that taking over twice adds nothing, and nobody is guessed to be somebody else.

use std::collections::BTreeSet;

use domain::calls::{self, Answers};
use domain::change::PAST;
use domain::fault::Result;
use domain::handed::{FORMAT, Handed, Past, Told, VERSION};
use domain::handing_over::ItemStatus;
use domain::kinds::HandoverStatus;
use domain::views::{Revision, Standing, TakenOver};
use domain::{
    Body, Edit, Fault, Field, Handover, HandoverItem, Id, KINDS, Member, Pin, Record, SiteSettings,
    SiteWording, Type, kind, read,
};
use serde_json::{Value, json};
use store::Act;

use crate::App;

/// The longest text that is read, in bytes.
const LONGEST: usize = 64 << 20;
/// Most bytes of history in one change.
const PAST_BYTES: usize = 256 << 10;

/// The kinds that say how this site works and who is in it, which no other site decides.
const OURS: [&str; 4] = [Member::KIND, SiteSettings::KIND, SiteWording::KIND, Pin::KIND];

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
        let ids: BTreeSet<Id> = handed.records.iter().map(|it| it.id).collect();
        let mut taken = TakenOver { site: handed.site.clone(), ..TakenOver::default() };
        for told in in_order(&handed) {
            let fate = match self.act(|act| take(act, &handed.site, told, &ids)) {
                // No change holds so much.
                Err(Fault::TooLarge { .. }) => Fate::Refused,
                done => done?.outcome,
            };
            match fate {
                Fate::Known => taken.known += 1,
                Fate::Refused => taken.refused.push(title(told)),
                Fate::Added => {
                    taken.added += 1;
                    taken.standing.extend(standing(&handed, told));
                }
            }
        }
        for it in &taken.standing {
            self.pin_note(&calls::PinNote { note: it.matter, pinned: true })?;
        }
        Ok(taken)
    }
}

fn handed(text: &str) -> Result<Handed> {
    if text.len() > LONGEST {
        return Err(Fault::TooLarge { size: text.len(), most: LONGEST });
    }
    let handed: Handed = serde_json::from_str(text).map_err(|_| Fault::NothingHanded)?;
    match handed.version {
        _ if handed.format != FORMAT => Err(Fault::NothingHanded),
        0..=VERSION => Ok(handed),
        _ => Err(Fault::NewerReply),
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
    let mut fields = Body::new();
    for (name, value) in &told.fields {
        let value = match of.field(name) {
            Some(field) => known(act, field, value, (told, ids))?,
            None => value.clone(),
        };
        fields.insert(name.clone(), value);
    }
    if of.name == Handover::KIND {
        fields.insert(Handover::STATUS.to_owned(), json!(HandoverStatus::Closed));
    }
    if !of.check(&fields, domain::Clock::at(act.now()).moment().date_naive(), |_| true).is_empty() {
        return Ok(Fate::Refused);
    }
    let edit = |(name, value): (&String, &Value)| Edit::new(name, value, Vec::new());
    let mut edits: Vec<Edit> = fields.iter().filter(|it| !it.1.is_null()).map(edit).collect();
    for part in parts(&told.history) {
        let past = Past { site: site.to_owned(), history: part.to_vec() };
        edits.push(Edit::new(PAST, &json!(past), Vec::new()));
        act.write(told.id, of.name, std::mem::take(&mut edits))?;
    }
    act.write(told.id, of.name, edits)?;
    Ok(Fate::Added)
}

/// A value without links to what is neither handed over nor here. A member who is not here stays by name.
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
        (_, Value::Array(all)) => {
            let stays = |it: &&Value| !lost(&Value::Array(vec![(*it).clone()]));
            all.iter().filter(stays).cloned().collect()
        }
        _ => Value::Null,
    })
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

/// The matter of an item that nobody took on.
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
    title.lines().next().unwrap_or_default().to_owned()
}
