//! The steps of a matter in a handover, and what they do to the matter.

use domain::handing_over::{Actor, ItemStatus, Step, steps};
use domain::kinds::Channel;
use domain::merge::Merged;
use domain::{
    Body, Change, Edit, Fault, Handover, HandoverItem, Id, Issue, Member, Problem, Record, kind,
    read,
};
use serde_json::{Value, json};
use store::Act;

use crate::calls::cases::text;
use crate::calls::handover::rules::{Save, handover_of, is_lead, leaving};

/// The fields that change by a step alone.
const BY_STEP: [&str; 13] = [
    HandoverItem::STATUS,
    HandoverItem::OFFERED_AT,
    HandoverItem::RECEIVER,
    HandoverItem::CHANNEL,
    HandoverItem::QUESTION,
    HandoverItem::ANSWER,
    HandoverItem::UNDERSTOOD,
    HandoverItem::REASON,
    HandoverItem::ANSWERED_FOR,
    HandoverItem::ANSWERED_BY,
    HandoverItem::ANSWERED_AT,
    HandoverItem::KEPT_BY,
    HandoverItem::REVIEW,
];

/// The item as a save finds it. One that was deleted has no receiver.
fn stood(save: &Save) -> HandoverItem {
    if save.before.deleted { HandoverItem::default() } else { read(&save.before.body) }
}

/// What follows from the fields that an author sets: an answer is the receiver's, and a member is reached
/// in the app and in no other way.
pub fn complete(act: &Act, current: &Merged, fields: &mut Body) -> store::Result<()> {
    let stood: HandoverItem = read(&current.body);
    let receiver = fields.get(HandoverItem::RECEIVER).and_then(Value::as_str);
    let receiver: Option<Id> = receiver.and_then(|it| it.parse().ok());
    let given = fields.get(HandoverItem::CHANNEL);
    let reached = receiver.or(stood.receiver.filter(|_| given.is_some()));
    if let Some(receiver) = reached {
        let member = act.exists(receiver, Member::KIND)? || act.has_joined(receiver)?;
        let by_file = given == Some(&json!(Channel::Package));
        let channel = match (member, by_file) {
            (true, _) => Channel::InApp,
            (false, true) => Channel::Package,
            (false, false) => Channel::ByHand,
        };
        fields.insert(HandoverItem::CHANNEL.to_owned(), json!(channel));
    }
    let status = fields.get(HandoverItem::STATUS).and_then(Value::as_str);
    let status: Option<ItemStatus> = status.and_then(|it| it.parse().ok());
    if status.is_some_and(ItemStatus::is_answer) {
        let by = receiver.or(stood.receiver);
        fields.insert(HandoverItem::ANSWERED_FOR.to_owned(), json!(by));
    }
    Ok(())
}

/// What is wrong with a save of an item.
pub fn issue(act: &Act, save: &Save) -> store::Result<Option<Issue>> {
    let item: HandoverItem = read(save.after);
    let handover = handover_of(act, item.handover)?.filter(Handover::is_open);
    let Some(handover) = handover else {
        return Ok(Some(Issue::new(HandoverItem::HANDOVER, Problem::HandoverNotOpen)));
    };
    let settles = BY_STEP.iter().any(|it| save.settles(it));
    if !save.edits_any(&BY_STEP) || settles {
        return Ok(None);
    }
    let at = |field, problem| Ok(Some(Issue::new(field, problem)));
    let (before, now) = (stood(save), item.status.unwrap_or_default());
    let ways: Vec<&Step> = steps(before.stands(), now).collect();
    if ways.is_empty() || is_put_in_mouth(save, now) {
        return at(HandoverItem::STATUS, Problem::WrongStep);
    }
    let work = matches!(now, ItemStatus::Offered | ItemStatus::Accepted);
    let leavers = leaving(&act.handovers()?);
    if work && item.receiver.is_some_and(|it| leavers.contains(&it)) {
        return at(HandoverItem::RECEIVER, Problem::Leaves);
    }
    if now == ItemStatus::KeptByLead && item.kept_by.parse().ok() != act.member()? {
        return at(HandoverItem::KEPT_BY, Problem::LeadOnly);
    }
    let mut may = false;
    for way in &ways {
        may |= may_take(act, way.by, &before, &handover)?;
    }
    let lead = ways.iter().any(|it| it.by == Actor::Lead);
    let barred = if lead { Problem::LeadOnly } else { Problem::ReceiverOnly };
    if may { Ok(None) } else { at(HandoverItem::STATUS, barred) }
}

/// Whether a yes rests on words that were there before it, or is given by another than was asked.
fn is_put_in_mouth(save: &Save, now: ItemStatus) -> bool {
    // Where nothing is said at all, that is what is wrong.
    let said = text(save.after, HandoverItem::UNDERSTOOD);
    let own = said.trim().is_empty() || save.edit(HandoverItem::UNDERSTOOD).is_some();
    let asked = save.edits_any(&[HandoverItem::RECEIVER, HandoverItem::CHANNEL]);
    let taken = stood(save).stands().is_taken();
    let offers = matches!(now, ItemStatus::Offered | ItemStatus::KeptByLead);
    (now == ItemStatus::Accepted && !taken && !own) || (asked && !offers)
}

/// Whether the member whose device acts may take a step. What a partner said is noted by any member.
fn may_take(act: &Act, by: Actor, before: &HandoverItem, of: &Handover) -> store::Result<bool> {
    Ok(match by {
        Actor::Sender => true,
        Actor::Lead => is_lead(act, of)?,
        Actor::Receiver => {
            let member = before.receiver.filter(|_| before.channel == Some(Channel::InApp));
            member.is_none() || act.member()? == member
        }
    })
}

/// A matter changes hands when its receiver accepts, in the same action. When the receiver gives it
/// back, it is again its sender's, unless it has got another owner since.
pub fn hand_over(act: &mut Act, save: &Save) -> store::Result<()> {
    if save.kind.name != HandoverItem::KIND || !save.edits_any(&BY_STEP) {
        return Ok(());
    }
    let (before, after) = (stood(save), read::<HandoverItem>(save.after));
    let member = |it: &HandoverItem| {
        it.receiver.filter(|_| it.stands().is_taken() && it.channel == Some(Channel::InApp))
    };
    let Some(matter) = after.matter else { return Ok(()) };
    match (member(&before), member(&after)) {
        (before, Some(to)) if before != Some(to) => give(act, matter, &json!(to), None),
        (Some(from), None) => {
            let sender = json!(Some(after.owner).filter(|it| !it.is_empty()));
            give(act, matter, &sender, Some(from))
        }
        _ => Ok(()),
    }
}

/// Sets the owner of a matter, where it is `from` one.
fn give(act: &mut Act, matter: Id, to: &Value, from: Option<Id>) -> store::Result<()> {
    let Some(merged) = act.merged(matter)?.filter(|it| !it.deleted) else { return Ok(()) };
    let Some(owner) = kind(&merged.kind).and_then(|it| it.life?.owner) else { return Ok(()) };
    let stands = text(&merged.body, owner);
    let moved_on = from.is_some_and(|it| stands.parse() != Ok(it));
    if moved_on || stands == to.as_str().unwrap_or_default() {
        return Ok(());
    }
    let heads = merged.seen.get(owner).cloned().unwrap_or_default();
    act.write(matter, &merged.kind, vec![Edit::new(owner, to, heads)])
}

/// Refuses to take back a step after which another has followed, or whose handover is closed.
pub fn taken_back(act: &Act, change: &Change, merged: &Merged) -> store::Result<()> {
    if merged.kind != HandoverItem::KIND {
        return Ok(());
    }
    let item: HandoverItem = read(&merged.body);
    let open = handover_of(act, item.handover)?.is_some_and(|it| it.is_open());
    let later = act.changes(change.record)?.into_iter().any(|it| {
        (it.clock, it.by) > (change.clock, change.by)
            && it.group != change.group
            && !act.wrote(it.by)
    });
    let problem = if later { Problem::WrongStep } else { Problem::HandoverNotOpen };
    let issues = vec![Issue::new(HandoverItem::STATUS, problem)];
    if open && !later { Ok(()) } else { Err(Fault::Invalid { issues }.into()) }
}
