//! What a reader needs first: how much each receiver has, what presses, and who has not been told.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use domain::handing_over::ItemStatus;
use domain::views::{HandoverPlan, Matter};
use texts::speak::Speak;

use crate::desk::Desk;
use crate::documents::matters::due_day;
use crate::language::capital;
use crate::sheet::{Block, Lines, Look, Sheet, Words};

/// What is due within so many days presses.
const SOON: u64 = 14;

/// Writes all three, where there is something to say.
pub fn write(desk: &Desk, sheet: &mut Sheet, plan: &HandoverPlan) {
    let open: Vec<&Matter> = plan.matters.iter().filter(|it| !it.is_settled()).collect();
    untold(desk, sheet, plan);
    holders(desk, sheet, &open);
    pressing(desk, sheet, &open);
}

fn untold(desk: &Desk, sheet: &mut Sheet, plan: &HandoverPlan) {
    let untold: Vec<&str> =
        plan.residents.iter().filter(|it| !it.told).map(|it| it.called.as_str()).collect();
    if !untold.is_empty() {
        sheet.say(Look::Marked, desk.team.with("paper-untold", &[("who", &untold.join(", "))]));
    }
}

/// How many matters each has or is to have.
fn holders(desk: &Desk, sheet: &mut Sheet, open: &[&Matter]) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for matter in open {
        *counts.entry(holder(matter)).or_default() += 1;
    }
    let named = |name: &str| match name {
        "" => desk.team.words(capital(&desk.team.text("handover-no-receiver", &[]))),
        name => Words::new("nb", name),
    };
    let rows =
        counts.into_iter().map(|(name, count)| [named(name), desk.team.words(count.to_string())]);
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        sheet.heading(vec![desk.team.say("paper-holders")]);
        sheet.facts(rows);
    }
}

/// What is due soon or was due before, what comes first, first.
fn pressing(desk: &Desk, sheet: &mut Sheet, open: &[&Matter]) {
    let until = desk.today() + Days::new(SOON);
    let mut due: Vec<_> = open.iter().filter_map(|it| Some((it.due?, *it))).collect();
    due.retain(|it| it.0 <= until);
    due.sort_by_key(|it| it.0);
    let row = |(day, matter): &(NaiveDate, &Matter)| -> Vec<Lines> {
        let about = matter.about.iter().filter(|it| !it.is_empty()).cloned().collect::<Vec<_>>();
        let mut what = vec![Words::new("nb", matter.title.lines().next().unwrap_or_default())];
        what.extend((!about.is_empty()).then(|| Words::new("nb", about.join(", "))));
        vec![
            vec![desk.team.words(due_day(desk, *day))],
            what,
            vec![Words::new("nb", holder(matter))],
        ]
    };
    let rows: Vec<_> = due.iter().map(row).collect();
    if !rows.is_empty() {
        let head = ["paper-by", "paper-matter", "paper-who-has"].map(|it| vec![desk.team.say(it)]);
        sheet.heading(vec![desk.team.say("paper-pressing")]);
        sheet.blocks.push(Block::Table { head: head.to_vec(), rows, widths: vec![2, 4, 3] });
    }
}

/// Who has a matter, or is to have it; empty if that is nobody, also after a no.
fn holder(matter: &Matter) -> &str {
    match matter.status.parse().unwrap_or_default() {
        ItemStatus::KeptByLead => &matter.kept_by,
        ItemStatus::Unplaced | ItemStatus::Declined => "",
        _ => &matter.receiver_name,
    }
}
