//! Who is who: the team and the receivers by their whole names, and how to reach them.

use std::collections::BTreeSet;

use domain::fault::Result;
use domain::views::HandoverPlan;
use domain::{Entry, Fault, Handover, Id, Member, Partner, Record};
use texts::speak::Speak;

use crate::desk::{Desk, member, text};
use crate::sheet::{Block, Lines, Sheet, Words};

/// Writes a table of them, of the `whole` team or of those whom the matters name.
pub async fn write(desk: &Desk, sheet: &mut Sheet, plan: &HandoverPlan, whole: bool) -> Result<()> {
    let named = |name: &str| {
        let lead = member(&plan.names, text(&plan.handover, Handover::LEAD)) == name;
        whole || lead || plan.matters.iter().any(|it| it.whose == name || it.kept_by == name)
    };
    let mut rows = team(desk, named).await?;
    rows.extend(receivers(desk, plan).await?);
    if rows.is_empty() {
        return Ok(());
    }
    let label = |kind, field| vec![desk.team.words(desk.team.label(kind, field))];
    let head = vec![label(Partner::KIND, Partner::NAME), label(Partner::KIND, Partner::PHONE)];
    sheet.heading(vec![desk.team.say("paper-contacts")]);
    sheet.blocks.push(Block::Table { head, rows, widths: vec![3, 2] });
    Ok(())
}

/// The members of the team, each also by what the other pages call them.
async fn team(desk: &Desk, named: impl Fn(&str) -> bool) -> Result<Vec<Vec<Lines>>> {
    let records = desk.all(Member::KIND).await?;
    let members = desk.members.iter().filter(|it| named(&it.name));
    let rows = members.filter_map(|colleague| {
        let record = records.iter().find(|it| it.id == colleague.id)?;
        let whole = text(record, Member::NAME);
        let name = if whole == colleague.name {
            whole.to_owned()
        } else {
            format!("{} – {whole}", colleague.name)
        };
        Some(row(desk, &name, text(record, Member::PHONE)))
    });
    Ok(rows.collect())
}

/// The partners to whom a matter was offered.
async fn receivers(desk: &Desk, plan: &HandoverPlan) -> Result<Vec<Vec<Lines>>> {
    let ids: BTreeSet<Id> = plan.matters.iter().filter_map(|it| it.receiver).collect();
    let mut found: Vec<Entry> = Vec::new();
    for id in ids {
        match desk.get(Partner::KIND, id).await {
            Ok((entry, _)) => found.push(entry),
            // A colleague, who stands in the team; or a partner who was deleted since.
            Err(Fault::NotFound) => {}
            Err(other) => return Err(other),
        }
    }
    found.sort_by_key(|it| text(it, Partner::NAME).to_lowercase());
    Ok(found
        .iter()
        .map(|it| row(desk, text(it, Partner::NAME), text(it, Partner::PHONE)))
        .collect())
}

fn row(desk: &Desk, name: &str, phone: &str) -> Vec<Lines> {
    let phone =
        if phone.is_empty() { desk.team.say("paper-no-phone") } else { Words::new("nb", phone) };
    vec![vec![Words::new("nb", name)], vec![phone]]
}
