//! Handovers: matters are made, offered, answered, kept and settled on several devices at once, and
//! none of them falls on the floor.

use std::collections::{BTreeMap, BTreeSet};

use domain::handing_over::ItemStatus;
use domain::kinds::HandoverStatus;
use domain::views::{HandoverPlan, Matter};
use domain::{Body, Entry, Fault, Id, calls};
use serde_json::{Value, json};

use crate::dice::Dice;
use crate::work::is_full;
use crate::world::{Broken, World};

/// The handover of a site, and what must be true of it.
#[derive(Default)]
pub struct Handing {
    handover: Id,
    partner: Id,
    /// Every matter that was made.
    matters: BTreeMap<Id, Fate>,
}

/// What was done to a matter.
#[derive(Default)]
struct Fate {
    /// The members whose it may be: who made it, and who accepted it.
    owners: BTreeSet<Id>,
    /// Whether it was settled.
    settled: bool,
}

impl World {
    /// A member works on the handover of their site.
    pub fn hand_over(&mut self, device: usize, dice: &mut Dice) -> Result<(), Broken> {
        let site = self.devices[device].site;
        let Some(me) = self.devices[device].status().member else { return Ok(()) };
        if self.devices[device].copied {
            return Ok(());
        }
        let Some(handover) = self.handing.get(&site).map(|it| it.handover) else {
            return self.begin_handover(device, me, dice);
        };
        let Ok(plan) = self.devices[device].call(calls::GetHandover { id: handover }) else {
            return Ok(());
        };
        match dice.below(5) {
            0 => self.new_matter(device, me, dice),
            1 => self.offer_some(device, &plan, dice),
            2 | 3 => self.say(device, me, &plan, dice),
            _ => self.keep_or_settle(device, &plan, dice),
        }
    }

    fn begin_handover(&mut self, device: usize, me: Id, dice: &mut Dice) -> Result<(), Broken> {
        let [partner, handover] = [(); 2].map(|()| Id::from_bytes(dice.bytes()));
        let fields = json!({ "scope": "building", "last_day": "2026-05-29", "lead": me,
            "status": HandoverStatus::Open });
        let entries = vec![
            entry(partner, "partner", &json!({ "name": "Nav", "kind": "nav" })),
            entry(handover, "handover", &fields),
        ];
        let begun = self.devices[device].call(calls::SaveAll { entries });
        if self.is_done(device, "begins a handover", &begun)? {
            let handing = Handing { handover, partner, ..Handing::default() };
            self.handing.insert(self.devices[device].site, handing);
        }
        Ok(())
    }

    fn new_matter(&mut self, device: usize, me: Id, dice: &mut Dice) -> Result<(), Broken> {
        let id = Id::from_bytes(dice.bytes());
        let fields = json!({ "what": "Ring Nav", "due": "2026-03-20", "owner": me });
        let made =
            self.devices[device].call(calls::Save { entry: entry(id, "follow-up", &fields) });
        if self.is_done(device, "has a matter", &made)? {
            self.fate(device, id).owners.insert(me);
        }
        Ok(())
    }

    fn offer_some(
        &mut self,
        device: usize,
        plan: &HandoverPlan,
        dice: &mut Dice,
    ) -> Result<(), Broken> {
        let partner = self.handing[&self.devices[device].site].partner;
        let team = self.devices[device].status().team;
        let receiver = if dice.one_in(2) { partner } else { dice.pick(&team).id };
        let free = plan.matters.iter().filter(|it| !status(it).is_taken()).map(|it| it.id);
        let matters: Vec<Id> = free.filter(|_| dice.one_in(2)).collect();
        let fields = json!({ "consent": "not-needed", "consent_why": "Kjent" });
        let fields = fields.as_object().cloned().unwrap();
        let handover = plan.handover.id;
        let place = calls::PlaceMatters { handover, matters, receiver, fields };
        let placed = self.devices[device].call(place);
        self.is_done(device, "offers", &placed).map(drop)
    }

    /// A member says yes or no, or notes what a partner said, or asks for a matter back.
    fn say(
        &mut self,
        device: usize,
        me: Id,
        plan: &HandoverPlan,
        dice: &mut Dice,
    ) -> Result<(), Broken> {
        let placed: Vec<_> = plan.matters.iter().filter(|it| !status(it).is_free()).collect();
        if placed.is_empty() {
            return Ok(());
        }
        let matter = *dice.pick(&placed);
        let (to, words) = *dice.pick(&[
            (ItemStatus::Accepted, "understood"),
            (ItemStatus::Accepted, "understood"),
            (ItemStatus::Declined, "reason"),
            (ItemStatus::Question, "question"),
            (ItemStatus::AskedBack, "remains"),
            (ItemStatus::Unplaced, "remains"),
        ]);
        let mut fields = json!({ "status": to, "answered_by": "Ingrid",
            "answered_at": "2026-03-14T09:50:00.000Z" });
        fields[words] = json!(self.oracle.text(0));
        let answered = self.set_fields(device, matter.item, &fields);
        if self.is_done(device, &format!("says {}", to.name()), &answered)?
            && to == ItemStatus::Accepted
            && matter.receiver == Some(me)
        {
            self.fate(device, matter.id).owners.insert(me);
        }
        Ok(())
    }

    fn keep_or_settle(
        &mut self,
        device: usize,
        plan: &HandoverPlan,
        dice: &mut Dice,
    ) -> Result<(), Broken> {
        let open: Vec<_> = plan.matters.iter().filter(|it| !it.is_settled()).collect();
        if open.is_empty() {
            return Ok(());
        }
        let matter = *dice.pick(&open);
        if dice.one_in(2) {
            let (handover, matters) = (plan.handover.id, vec![matter.id]);
            let review = "2026-06-15".parse().unwrap();
            let reason = "Ingen vil ha den".to_owned();
            let keep = calls::KeepMatters { handover, matters, reason, review };
            let kept = self.devices[device].call(keep);
            return self.is_done(device, "keeps", &kept).map(drop);
        }
        let settled = self.set_fields(device, matter.id, &json!({ "done": "2026-03-14" }));
        if self.is_done(device, "settles", &settled)? {
            self.fate(device, matter.id).settled = true;
        }
        Ok(())
    }

    fn set_fields(&self, device: usize, id: Id, fields: &Value) -> Result<(), Fault> {
        let read = self.devices[device].call(calls::Get { id })?.entries.pop();
        let read = read.ok_or(Fault::NotFound)?;
        let fields = fields.as_object().cloned().unwrap();
        let entry = Entry { fields, conflicts: Vec::new(), ..read };
        self.devices[device].call(calls::Save { entry }).map(drop)
    }

    fn fate(&mut self, device: usize, matter: Id) -> &mut Fate {
        let handing = self.handing.entry(self.devices[device].site).or_default();
        handing.matters.entry(matter).or_default()
    }

    /// Whether something was done. A step that is none is refused, and so is what has not arrived.
    fn is_done<T>(
        &mut self,
        device: usize,
        what: &str,
        outcome: &Result<T, Fault>,
    ) -> Result<bool, Broken> {
        match outcome {
            Ok(_) => self.note(&format!("{device} {what}")),
            Err(Fault::Invalid { .. } | Fault::NotFound | Fault::NoSite) => {}
            Err(fault) if is_full(fault) => {}
            Err(fault) => return Err(format!("{device} {what}: {fault}")),
        }
        Ok(outcome.is_ok())
    }

    /// On every device the plan is the same, has every matter that is not settled, and no matter is
    /// another's than its maker's or theirs who accepted it.
    pub fn nothing_falls_on_the_floor(&self, devices: &[usize]) -> Result<(), Broken> {
        let Some(handing) = self.handing.get(&self.devices[devices[0]].site) else { return Ok(()) };
        let mut first = None;
        for device in devices {
            let call = calls::GetHandover { id: handing.handover };
            let plan = self.devices[*device].call(call).map_err(|it| it.to_string())?;
            for (matter, fate) in &handing.matters {
                let there = plan.matters.iter().any(|it| it.id == *matter);
                if !there && !fate.settled {
                    return Err(format!("{device} has lost the matter {matter}"));
                }
                self.is_theirs(*device, *matter, fate)?;
            }
            let said: Vec<_> = plan.matters.iter().map(said).collect();
            if *first.get_or_insert_with(|| said.clone()) != said {
                return Err(format!("{device} has another plan"));
            }
        }
        Ok(())
    }

    fn is_theirs(&self, device: usize, matter: Id, fate: &Fate) -> Result<(), Broken> {
        let page =
            self.devices[device].call(calls::Get { id: matter }).map_err(|it| it.to_string())?;
        let owner = page.entries[0].fields.get("owner").and_then(Value::as_str);
        let owner: Option<Id> = owner.and_then(|it| it.parse().ok());
        match owner.filter(|it| !fate.owners.contains(it)) {
            Some(other) => Err(format!("{matter} is {other}'s, who never said yes")),
            None => Ok(()),
        }
    }
}

fn entry(id: Id, kind: &str, fields: &Value) -> Entry {
    let fields: Body = fields.as_object().cloned().unwrap();
    Entry { id, kind: kind.into(), fields, ..Entry::default() }
}

fn status(matter: &Matter) -> ItemStatus {
    matter.status.parse().unwrap_or_default()
}

fn said(matter: &Matter) -> (Id, String, Option<Id>, bool) {
    (matter.id, matter.status.clone(), matter.receiver, matter.conflict)
}
