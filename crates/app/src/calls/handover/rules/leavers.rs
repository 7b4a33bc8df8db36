//! A member who leaves gets no new work, and leaves nothing behind.

use std::collections::BTreeSet;

use domain::field::RECEIVER;
use domain::life::Standing;
use domain::merge::Mark;
use domain::{Body, Handover, HandoverItem, Id, Issue, Kind, Member, Problem, Type, read};
use serde_json::Value;
use store::{Act, Row};

use crate::calls::cases::text;
use crate::calls::handover::gathering;
use crate::calls::handover::rules::Save;

/// Work that is given to a member who leaves. Members may still take on work themselves: it joins the
/// handover.
pub fn issues(act: &Act, save: &Save) -> store::Result<Vec<Issue>> {
    let edited = |field: &str| save.edit(field).is_some();
    let me = act.member()?;
    let named = named(save.kind, save.after, &edited);
    if named.iter().all(|it| Some(it.1) == me) {
        return Ok(Vec::new());
    }
    Ok(given(save.kind, save.after, &edited, &leaving(&act.handovers()?), me))
}

/// The members whom the edited fields of a record name who leave; none where it is settled.
pub fn given(
    kind: &Kind,
    body: &Body,
    edited: &dyn Fn(&str) -> bool,
    leaving: &BTreeSet<Id>,
    me: Option<Id>,
) -> Vec<Issue> {
    let named = named(kind, body, edited).into_iter();
    let barred = named.filter(|it| Some(it.1) != me && leaving.contains(&it.1));
    barred.map(|it| Issue::new(it.0, Problem::Leaves)).collect()
}

/// The members whom the edited fields of a record that is not settled name.
fn named(kind: &Kind, body: &Body, edited: &dyn Fn(&str) -> bool) -> Vec<(&'static str, Id)> {
    let state = kind.stage(body).and_then(|it| it.state());
    let is_work = kind.life.is_some_and(|it| it.owner.is_some());
    if !is_work || state.is_some_and(|it| it.standing == Standing::Over) {
        return Vec::new();
    }
    let names = |ty| matches!(ty, Type::Member | Type::Link(RECEIVER));
    let fields = kind.fields.iter().filter(|it| names(it.ty) && edited(it.name));
    fields.filter_map(|it| Some((it.name, text(body, it.name).parse().ok()?))).collect()
}

/// The members who leave by a handover, until their last day is set.
pub fn leaving(handovers: &[Row]) -> BTreeSet<Id> {
    let begun = handovers.iter().map(|it| read::<Handover>(&it.merged.body));
    begun.filter(|it| it.is_open() || it.is_closed()).flat_map(|it| it.leaving).collect()
}

/// A member's last day is not set while something that is not settled is theirs.
pub fn of_member(act: &Act, save: &Save) -> store::Result<Option<Issue>> {
    let ends = save.edit(Member::LAST).is_some_and(|it| it.json() != Value::Null);
    if ends { still_theirs(act, save.id) } else { Ok(None) }
}

/// How much is a member's that is not settled.
pub fn still_theirs(act: &Act, member: Id) -> store::Result<Option<Issue>> {
    let devices = act.devices()?;
    let author = |mark: Mark| devices.get(&mark.device).copied();
    let handed = handed_over(act, member)?;
    let theirs = act
        .gathered()?
        .into_iter()
        .filter(|row| gathering::owner(row, author) == Some(member) && !handed.contains(&row.id));
    let count = theirs.count();
    Ok((count > 0).then(|| Issue::new(Member::LAST, Problem::StillTheirs { count })))
}

/// The matters that another than the member has accepted, or keeps.
fn handed_over(act: &Act, member: Id) -> store::Result<BTreeSet<Id>> {
    let mut handed = BTreeSet::new();
    for handover in act.handovers()? {
        let items = act.items(handover.id)?;
        let items = items.iter().filter(|it| !it.merged.deleted);
        let items = items.map(|it| read::<HandoverItem>(&it.merged.body));
        let another = |it: &HandoverItem| {
            let stands = it.stands();
            let to_member = stands.is_taken() && it.receiver == Some(member);
            let kept = !stands.is_taken() && it.kept_by.parse() == Ok(member);
            stands.is_placed() && !to_member && !kept
        };
        handed.extend(items.filter(another).filter_map(|it| it.matter));
    }
    Ok(handed)
}
