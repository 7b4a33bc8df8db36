//! Offering matters to a receiver, keeping them with a lead, and closing a handover.

use domain::calls::{self, Answers, KeepMatters, PlaceMatters};
use domain::fault::Result;
use domain::handing_over::ItemStatus;
use domain::kinds::HandoverStatus;
use domain::merge::Merged;
use domain::views::Saved;
use domain::{
    Body, Clock, Entry, Fault, Handover, HandoverItem, Id, Issue, Kind, Problem, Record, Resident,
    kind, read,
};
use serde_json::{Value, json};
use store::Act;

use crate::App;
use crate::calls::authors::People;
use crate::calls::cases::{start, text};
use crate::calls::handover::plan;
use crate::calls::save;
use crate::ids;

/// What an item says besides its receiver, when several matters are placed together.
const SHARED: [&str; 7] = [
    HandoverItem::TAKES_OVER,
    HandoverItem::CONSENT,
    HandoverItem::CONSENT_HOW,
    HandoverItem::CONSENT_DAY,
    HandoverItem::CONSENT_LANGUAGE,
    HandoverItem::CONSENT_INTERPRETER,
    HandoverItem::CONSENT_WHY,
];

/// What a lead said who kept a matter.
const KEPT: [&str; 2] = [HandoverItem::KEPT_BY, HandoverItem::REVIEW];

impl Answers<calls::PlaceMatters> for App {
    async fn answer(&self, call: calls::PlaceMatters) -> Result<Option<Id>> {
        self.place_matters(&call)
    }
}

impl Answers<calls::KeepMatters> for App {
    async fn answer(&self, call: calls::KeepMatters) -> Result<Option<Id>> {
        self.keep_matters(&call)
    }
}

impl Answers<calls::CloseHandover> for App {
    async fn answer(&self, call: calls::CloseHandover) -> Result<Saved> {
        self.close_handover(call.id)
    }
}

impl App {
    fn place_matters(&self, asked: &PlaceMatters) -> Result<Option<Id>> {
        self.on_matters(asked.handover, &asked.matters, |act, matter, fields| {
            fields.extend(SHARED.map(|it| (it.to_owned(), Value::Null)));
            let shared = asked.fields.iter().filter(|it| SHARED.contains(&it.0.as_str()));
            fields.extend(shared.map(|(name, value)| (name.clone(), value.clone())));
            let past = HandoverItem::ANSWERS.into_iter().chain(KEPT);
            fields.extend(past.map(|it| (it.to_owned(), Value::Null)));
            set(fields, HandoverItem::RECEIVER, asked.receiver);
            set(fields, HandoverItem::STATUS, ItemStatus::Offered);
            set(fields, HandoverItem::OFFERED_AT, Clock::at(act.now()).moment());
            set(fields, HandoverItem::OWNER, owner(matter));
            set(fields, HandoverItem::REMAINS, remains(matter, &asked.fields));
            Ok(())
        })
    }

    fn keep_matters(&self, asked: &KeepMatters) -> Result<Option<Id>> {
        self.on_matters(asked.handover, &asked.matters, |act, _, fields| {
            set(fields, HandoverItem::STATUS, ItemStatus::KeptByLead);
            set(fields, HandoverItem::RECEIVER, Value::Null);
            set(fields, HandoverItem::KEPT_BY, act.member()?);
            set(fields, HandoverItem::REASON, &asked.reason);
            set(fields, HandoverItem::REVIEW, asked.review);
            Ok(())
        })
    }

    /// Saves an item for each matter, with the fields that `said` sets.
    fn on_matters(
        &self,
        handover: Id,
        matters: &[Id],
        said: impl Fn(&Act, &Merged, &mut Body) -> store::Result<()>,
    ) -> Result<Option<Id>> {
        let (space, kind) = (self.space()?, kind(HandoverItem::KIND).ok_or(Fault::NotFound)?);
        let done = self.act(|act| {
            for matter in matters {
                let id = ids::made_of_two(HandoverItem::KIND, &space, [handover, *matter]);
                let merged = act.merged(*matter)?.ok_or(Fault::NotFound)?;
                let current = act.merged(id)?;
                let mut fields = Body::new();
                set(&mut fields, HandoverItem::HANDOVER, handover);
                set(&mut fields, HandoverItem::MATTER, *matter);
                said(act, &merged, &mut fields)?;
                stays(current.as_ref(), &mut fields);
                let entry = Entry {
                    id,
                    kind: kind.name.to_owned(),
                    fields,
                    seen: current.map(|it| it.seen),
                    ..Entry::default()
                };
                save::save(act, kind, &entry)?;
            }
            Ok(())
        })?;
        Ok(done.group)
    }

    /// Closes a handover, if nothing in it can fall on the floor.
    fn close_handover(&self, id: Id) -> Result<Saved> {
        let left = {
            let mut store = self.store();
            let records = store.records()?;
            plan::of(records, &People::of(records)?, self.today_in(records)?, id)?
        };
        let handover: Handover = read(&left.handover.fields);
        if !handover.is_open() {
            return Err(refused(Problem::HandoverNotOpen));
        }
        if !left.leads {
            return Err(refused(Problem::LeadOnly));
        }
        if left.left.unaccepted > 0 {
            let count = usize::try_from(left.left.unaccepted).unwrap_or(usize::MAX);
            return Err(refused(Problem::StillOpen { count }));
        }
        self.change(id, |act| {
            let current = act.merged(id)?.ok_or(Fault::NotFound)?;
            let heads = current.seen.get(Handover::STATUS).cloned().unwrap_or_default();
            let closed = json!(HandoverStatus::Closed);
            act.write(
                id,
                Handover::KIND,
                vec![domain::Edit::new(Handover::STATUS, &closed, heads)],
            )?;
            Ok(current)
        })
    }
}

fn refused(problem: Problem) -> Fault {
    Fault::Invalid { issues: vec![Issue::new(Handover::STATUS, problem)] }
}

fn set(fields: &mut Body, name: &str, value: impl serde::Serialize) {
    fields.insert(name.to_owned(), json!(value));
}

/// A new offer keeps the text about what remains.
fn stays(current: Option<&Merged>, fields: &mut Body) {
    let written = current.map(|it| text(&it.body, HandoverItem::REMAINS)).unwrap_or_default();
    if !written.is_empty() {
        fields.remove(HandoverItem::REMAINS);
    }
}

/// What remains of a matter: its own words; of a resident, what is given.
fn remains(matter: &Merged, given: &Body) -> String {
    let own = kind(&matter.kind).filter(|it| it.name != Resident::KIND);
    let own = own.map(|it: &Kind| start(it.title(&matter.body))).unwrap_or_default();
    if own.is_empty() { text(given, HandoverItem::REMAINS) } else { own }
}

/// The member whom a matter names as its owner.
fn owner(matter: &Merged) -> Option<String> {
    let field = kind(&matter.kind)?.life?.owner?;
    Some(text(&matter.body, field)).filter(|it| !it.is_empty())
}
