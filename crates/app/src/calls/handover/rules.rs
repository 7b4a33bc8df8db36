//! What a save must keep to because of a handover: its steps, who takes them, and that a member who
//! leaves gets no new work.

mod item;
mod leavers;

use domain::kinds::HandoverStatus;
use domain::merge::Merged;
use domain::{
    Body, Disposal, Edit, Handover, HandoverItem, Id, Issue, Kind, Member, Problem, Record,
    Submission, Summary, read,
};
use serde_json::{Value, json};
use store::Act;

pub use item::{complete, hand_over, taken_back};
pub use leavers::{given, leaving};

/// A record as a save leaves it.
pub struct Save<'a> {
    pub id: Id,
    pub kind: &'a Kind,
    pub before: &'a Merged,
    pub after: &'a Body,
    pub edits: &'a [Edit],
}

impl Save<'_> {
    fn edit(&self, field: &str) -> Option<&Edit> {
        self.edits.iter().find(|it| it.field == field)
    }

    fn edits_any(&self, fields: &[&str]) -> bool {
        fields.iter().any(|it| self.edit(it).is_some())
    }

    fn is_new(&self) -> bool {
        self.before.kind.is_empty()
    }

    /// Whether a person chooses here between versions of a field.
    fn settles(&self, field: &str) -> bool {
        let versions = self.before.conflicts.iter().filter(|it| it.field == field);
        let chosen = self.edit(field).map(Edit::json);
        versions.flat_map(|it| &it.versions).any(|it| Some(&it.value) == chosen.as_ref())
    }
}

/// What is wrong with a save.
pub fn issues(act: &Act, save: &Save) -> store::Result<Vec<Issue>> {
    let mut issues = leavers::issues(act, save)?;
    issues.extend(match save.kind.name {
        HandoverItem::KIND => item::issue(act, save)?,
        Handover::KIND => of_handover(act, save)?,
        Summary::KIND => of_summary(act, save)?,
        Member::KIND => leavers::of_member(act, save)?,
        Submission::KIND => of_submission(act, save)?,
        // What became of a device is said by calls of its own.
        Disposal::KIND => Some(Issue::new(Disposal::NOTED, Problem::WrongStep)),
        _ => None,
    });
    Ok(issues)
}

/// Why a record cannot be deleted: a matter in a handover has a receiver, or matters are a member's.
pub fn kept_from_bin(act: &Act, id: Id, merged: &Merged) -> store::Result<Option<Issue>> {
    match merged.kind.as_str() {
        HandoverItem::KIND => {
            let free = read::<HandoverItem>(&merged.body).stands().is_free();
            Ok((!free).then(|| Issue::new(HandoverItem::STATUS, Problem::WrongStep)))
        }
        Member::KIND => leavers::still_theirs(act, id),
        Submission::KIND => {
            let accepted = read::<Submission>(&merged.body).is_accepted();
            Ok(accepted.then(|| Issue::new(Submission::STATUS, Problem::WrongStep)))
        }
        Disposal::KIND => Ok(Some(Issue::new(Disposal::NOTED, Problem::WrongStep))),
        _ => Ok(None),
    }
}

fn is_lead(act: &Act, of: &Handover) -> store::Result<bool> {
    let member = |id| -> store::Result<bool> {
        Ok(act.merged(id)?.is_some_and(|it| read::<Member>(&it.body).lead))
    };
    let me = act.member()?;
    Ok(leads(me, of, |_| false) || me.map(member).transpose()?.unwrap_or_default())
}

/// Whether a member leads the handover, or the team.
pub fn leads(me: Option<Id>, of: &Handover, leads_team: impl Fn(Id) -> bool) -> bool {
    me.is_some_and(|it| of.lead.parse() == Ok(it) || leads_team(it))
}

/// The handover that a record belongs to.
fn handover_of(act: &Act, id: Option<Id>) -> store::Result<Option<Handover>> {
    let handover = id.map(|it| act.merged(it)).transpose()?.flatten();
    Ok(handover.filter(|it| !it.deleted).map(|it| read(&it.body)))
}

/// What a lead alone changes once a handover is there.
const LEADS: [&str; 2] = [Handover::STATUS, Handover::LEAD];

/// The fields that say who leaves. Once a handover is open, only a lead changes them. Once it is closed, they stay.
const WHOSE: [&str; 2] = [Handover::SCOPE, Handover::LEAVING];

/// A handover is opened, and opened again, by a lead; it is closed by [`CloseHandover`] alone.
///
/// [`CloseHandover`]: domain::calls::CloseHandover
fn of_handover(act: &Act, save: &Save) -> store::Result<Option<Issue>> {
    let status = save.edit(Handover::STATUS).map(Edit::json);
    let at = |problem| Some(Issue::new(Handover::STATUS, problem));
    if status == Some(json!(HandoverStatus::Closed)) && !save.settles(Handover::STATUS) {
        return Ok(at(Problem::WrongStep));
    }
    let stood: Handover = read(if save.is_new() { save.after } else { &save.before.body });
    if stood.is_closed() && save.edits_any(&WHOSE) {
        return Ok(at(Problem::WrongStep));
    }
    let begun = stood.is_open() && save.edits_any(&WHOSE);
    let guarded = begun || (save.edits_any(&LEADS) && !(save.is_new() && status.is_none()));
    Ok(if !guarded || is_lead(act, &stood)? { None } else { at(Problem::LeadOnly) })
}

/// What a depot says of an archive is noted by a lead; what an archive has does not change.
fn of_submission(act: &Act, save: &Save) -> store::Result<Option<Issue>> {
    let at = |problem| Ok(Some(Issue::new(Submission::STATUS, problem)));
    let submission: Submission = read(save.after);
    if save.is_new() {
        return if submission.is_accepted() { at(Problem::WrongStep) } else { Ok(None) };
    }
    if save.edits_any(&[Submission::HOLDS, Submission::MADE_AT]) {
        return at(Problem::WrongStep);
    }
    let mut lead = is_lead(act, &Handover::default())?;
    let begun = act.handovers()?.into_iter().map(|it| read::<Handover>(&it.merged.body));
    for handover in begun.filter(|it| it.is_open() || it.is_closed()) {
        lead |= is_lead(act, &handover)?;
    }
    if lead { Ok(None) } else { at(Problem::LeadOnly) }
}

/// A lead signs with their own name, and no text that waits for a choice.
fn of_summary(act: &Act, save: &Save) -> store::Result<Option<Issue>> {
    if !save.edits_any(&[Summary::SIGNED_BY, Summary::SIGNED_WORDS]) {
        return Ok(None);
    }
    let at = |problem| Some(Issue::new(Summary::SIGNED_BY, problem));
    let summary: Summary = read(save.after);
    let signs = save.edit(Summary::SIGNED_WORDS).is_some_and(|it| it.json() != Value::Null);
    if signs && save.before.conflicts.iter().any(|it| save.edit(&it.field).is_none()) {
        return Ok(at(Problem::WrongStep));
    }
    let handover = handover_of(act, summary.handover)?.unwrap_or_default();
    let own = summary.signed_by.parse().ok() == act.member()?;
    let sound = !signs || (own && is_lead(act, &handover)?);
    Ok(if sound { None } else { at(Problem::LeadOnly) })
}
