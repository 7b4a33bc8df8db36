//! What is open in a handover, who has it, and what was agreed about it.

use domain::fault::Result;
use domain::handing_over::ItemStatus;
use domain::views::{Matter, Why};
use domain::{Id, Kind, kind};
use texts::speak::Speak;

use crate::desk::{Desk, text};
use crate::documents::agreed;
use crate::language::{Language, capital};
use crate::sheet::{Block, Lines, Look, Sheet, Words};

/// As long as the plan cuts titles, in letters.
const CUT: usize = 200;

/// Writes matters as a table; each with the residents it concerns if those are to be `named`, and for a
/// receiver without what others said.
pub async fn write(
    desk: &Desk,
    sheet: &mut Sheet,
    matters: &[&Matter],
    (named, receiver): (bool, Option<Id>),
) -> Result<()> {
    let open: Vec<_> = matters.iter().filter(|it| !it.is_settled()).collect();
    if open.is_empty() {
        sheet.say(Look::Plain, desk.team.say("handover-nothing"));
        return Ok(());
    }
    let mut rows = Vec::new();
    for matter in open {
        let due = matter.due.map(|it| desk.team.date(it)).unwrap_or_default();
        let what = what(desk, matter, named).await?;
        let who = who_has(desk, matter, receiver).await?;
        rows.push(vec![what, who, vec![desk.team.words(due)]]);
    }
    let head = ["paper-matter", "paper-who-has", "paper-by"].map(|it| vec![desk.team.say(it)]);
    sheet.blocks.push(Block::Table { head: head.to_vec(), rows, widths: vec![4, 5, 2] });
    Ok(())
}

/// Its title, its kind, and why it is here unless it is simply not settled.
pub async fn what(desk: &Desk, matter: &Matter, named: bool) -> Result<Lines> {
    let team = &desk.team;
    let why = matter.why.iter().filter_map(|it| match it {
        Why::Open | Why::Settled => None,
        Why::Pinned => Some("handover-why-pinned"),
        Why::NoContact => Some("handover-why-no-contact"),
        Why::Untold => Some("handover-why-untold"),
    });
    let all = std::iter::once(matter.kind.as_str()).chain(why).map(|it| team.text(it, &[]));
    let mut lines = vec![
        Words::new("nb", title(desk, matter).await?),
        team.words(all.collect::<Vec<_>>().join(" · ")),
    ];
    if named && !matter.about.is_empty() {
        lines.push(team.with("paper-concerns", &[("who", &people(team, &matter.about))]));
    }
    Ok(lines)
}

/// The title whole, also where the plan cuts it.
async fn title(desk: &Desk, matter: &Matter) -> Result<String> {
    if matter.title.chars().count() < CUT {
        return Ok(matter.title.clone());
    }
    let (entry, _) = desk.get(&matter.kind, matter.id).await?;
    let field = kind(&matter.kind).and_then(Kind::name_field);
    let whole = field.map(|it| text(&entry, it.name)).filter(|it| !it.is_empty());
    Ok(whole.map_or_else(|| format!("{}…", matter.title), str::to_owned))
}

fn people(team: &Language, names: &[String]) -> String {
    let name = |it: &String| if it.is_empty() { team.text("unknown", &[]) } else { it.clone() };
    names.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// Who has a matter, who is to have it, and what was agreed.
async fn who_has(desk: &Desk, matter: &Matter, receiver: Option<Id>) -> Result<Lines> {
    let team = &desk.team;
    let status: ItemStatus = matter.status.parse().unwrap_or_default();
    let mut lines = Vec::new();
    if matter.conflict {
        lines.push(team.say("paper-conflict"));
    }
    lines.push(standing(team, matter, status));
    if !status.is_placed() && !matter.whose.is_empty() {
        lines.push(team.with("paper-still", &[("who", &matter.whose)]));
    }
    if status != ItemStatus::Unplaced {
        lines.extend(agreed::lines(desk, matter.item, receiver).await?);
    }
    Ok(lines)
}

fn standing(team: &Language, matter: &Matter, status: ItemStatus) -> Words {
    let who = [("who", matter.receiver_name.as_str())];
    let review = matter.review.map(|it| team.date(it)).unwrap_or_default();
    match status {
        // The lines below say who declined, and why.
        ItemStatus::Unplaced | ItemStatus::Declined => {
            team.words(capital(&team.text("handover-no-receiver", &[])))
        }
        ItemStatus::Offered => team.with("paper-offered", &who),
        ItemStatus::Question => team.with("paper-asks", &who),
        ItemStatus::Accepted => team.with("paper-has", &who),
        ItemStatus::AskedBack => team.with("paper-asked-back", &who),
        ItemStatus::KeptByLead => {
            team.with("paper-kept", &[("who", &matter.kept_by), ("day", &review)])
        }
    }
}
