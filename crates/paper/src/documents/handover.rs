//! A handover, whole or what a receiver gets of it: for each resident what is open, who has it, and their
//! summary; then the other matters.

use domain::fault::Result;
use domain::kinds::{HandoverStatus, Scope};
use domain::views::{HandoverPlan, Matter, ToTell};
use domain::{Handover, Id, Notice, Record, Resident};
use texts::speak::Speak;

use crate::desk::{Desk, member, name, text, texts_in};
use crate::documents::{contacts, matters, overview, summary, told};
use crate::language::capital;
use crate::offer;
use crate::sheet::{Block, Look, Sheet, Words};

/// The document, of all matters or of those that a receiver has or is to have.
pub async fn sheet(desk: &Desk, id: Id, receiver: Option<Id>) -> Result<Sheet> {
    let plan = match receiver {
        Some(receiver) => of_receiver(desk.plan(id).await?, receiver),
        None => desk.plan(id).await?,
    };
    let mut sheet = desk.sheet(title(desk, &plan, receiver).await?);
    beginning(desk, &mut sheet, &plan, receiver.is_none());
    contacts::write(desk, &mut sheet, &plan, receiver.is_none()).await?;
    overview::write(desk, &mut sheet, &plan);
    let (quiet, others): (Vec<_>, Vec<_>) =
        plan.residents.iter().partition(|it| is_quiet(&plan, it));
    for resident in others {
        sheet.blocks.push(Block::NewPage);
        about(desk, &mut sheet, &plan, (resident, receiver)).await?;
    }
    without_matters(desk, &mut sheet, &quiet).await?;
    let theirs = |it: &&Matter| plan.residents.iter().any(|resident| concerns(it, resident));
    let rest: Vec<_> = plan.matters.iter().filter(|it| !theirs(it)).collect();
    if !rest.is_empty() {
        sheet.blocks.push(Block::NewPage);
        sheet.heading(vec![desk.team.say("paper-rest")]);
        matters::write(desk, &mut sheet, &rest, (true, receiver)).await?;
    }
    Ok(sheet)
}

/// What of a handover is a receiver's, and the residents whom it concerns.
pub fn of_receiver(mut plan: HandoverPlan, receiver: Id) -> HandoverPlan {
    plan.matters.retain(|it| offer::is_of(it, receiver));
    let matters = &plan.matters;
    plan.residents.retain(|resident| matters.iter().any(|it| concerns(it, resident)));
    plan
}

async fn title(desk: &Desk, plan: &HandoverPlan, receiver: Option<Id>) -> Result<Words> {
    if let Some(receiver) = receiver {
        let who = desk.name_of(receiver).await?;
        return Ok(desk.team.with("paper-handover-to", &[("who", &who)]));
    }
    let kind = desk.team.text(Handover::KIND, &[]);
    let scope = desk.team.label(Scope::CHOICES.name, text(&plan.handover, Handover::SCOPE));
    Ok(desk.team.words(format!("{kind} – {scope}")))
}

/// Whether there is nothing to say of a resident but that they have been told.
fn is_quiet(plan: &HandoverPlan, resident: &ToTell) -> bool {
    let open = plan.matters.iter().any(|it| concerns(it, resident) && !it.is_settled());
    resident.told && !resident.summarised && !open
}

/// The residents about whom nothing is open, in one table.
async fn without_matters(desk: &Desk, sheet: &mut Sheet, quiet: &[&ToTell]) -> Result<()> {
    if quiet.is_empty() {
        return Ok(());
    }
    let mut rows = Vec::new();
    for resident in quiet {
        rows.push(vec![vec![Words::new("nb", who(resident))], told::lines(desk, resident).await?]);
    }
    let head = [Resident::KIND, Notice::KIND].map(|it| vec![desk.team.say(it)]);
    sheet.blocks.push(Block::NewPage);
    sheet.heading(vec![desk.team.say("handover-nothing")]);
    sheet.blocks.push(Block::Table { head: head.to_vec(), rows, widths: vec![2, 3] });
    Ok(())
}

/// A resident's name and door.
fn who(resident: &ToTell) -> String {
    let parts = [&resident.called, &resident.unit].into_iter().filter(|it| !it.is_empty());
    parts.map(String::as_str).collect::<Vec<_>>().join(" – ")
}

fn concerns(matter: &Matter, resident: &ToTell) -> bool {
    matter.residents.contains(&resident.id)
}

/// What ends, when, who leads it, and for the team how far it has come.
fn beginning(desk: &Desk, sheet: &mut Sheet, plan: &HandoverPlan, whole: bool) {
    let (team, handover) = (&desk.team, &plan.handover);
    let status = text(handover, Handover::STATUS);
    if status == HandoverStatus::Draft.name() {
        sheet.say(Look::Marked, team.say("handover-draft"));
    }
    let label = |field| team.words(team.label(Handover::KIND, field));
    let last = text(handover, Handover::LAST_DAY).parse().ok();
    let leaving = texts_in(handover, Handover::LEAVING).map(|it| name(&plan.names, it));
    let status = team.label(HandoverStatus::CHOICES.name, status);
    sheet.facts(vec![
        [label(Handover::STATUS), team.words(status)],
        [label(Handover::LAST_DAY), team.words(last.map(|it| team.date(it)).unwrap_or_default())],
        [label(Handover::LEAD), team.words(member(&plan.names, text(handover, Handover::LEAD)))],
        [label(Handover::LEAVING), team.words(leaving.collect::<Vec<_>>().join(", "))],
        [label(Handover::REASON), Words::new("nb", text(handover, Handover::REASON))],
    ]);
    if whole {
        sheet.facts(progress(desk, plan));
    }
}

fn progress(desk: &Desk, plan: &HandoverPlan) -> Vec<[Words; 2]> {
    let (team, left) = (&desk.team, &plan.left);
    let line = |id: &str, left: u64, all: u64| {
        let (done, all) = (all.saturating_sub(left).to_string(), all.to_string());
        let label = team.words(capital(&team.text(id, &[])));
        [label, team.with("handover-of", &[("done", &done), ("all", &all)])]
    };
    vec![
        line("handover-told", left.untold, left.residents),
        line("handover-signed", left.unsigned, left.residents),
        line("handover-accepted", left.unaccepted, left.matters),
    ]
}

async fn about(
    desk: &Desk,
    sheet: &mut Sheet,
    plan: &HandoverPlan,
    (resident, receiver): (&ToTell, Option<Id>),
) -> Result<()> {
    sheet.heading(vec![Words::new("nb", who(resident))]);
    let look = if resident.told { Look::Plain } else { Look::Marked };
    for line in told::lines(desk, resident).await? {
        sheet.say(look, line);
    }
    let theirs: Vec<_> = plan.matters.iter().filter(|it| concerns(it, resident)).collect();
    matters::write(desk, sheet, &theirs, (false, receiver)).await?;
    summary::write(desk, sheet, resident).await
}
