//! What is open in a handover, who has it, and what was agreed about it.

use chrono::NaiveDate;
use domain::fault::Result;
use domain::handing_over::ItemStatus;
use domain::views::{Matter, Why};
use domain::{Entry, Id, Kind, kind};
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
        let (entry, _) = desk.get(&matter.kind, matter.id).await?;
        let what = what(desk, matter, (&entry, named));
        let who = who_has(desk, matter, receiver).await?;
        rows.push(vec![what, who, vec![desk.team.words(by(desk, matter, &entry))]]);
    }
    let head = ["paper-matter", "paper-who-has", "paper-by"].map(|it| vec![desk.team.say(it)]);
    sheet.blocks.push(Block::Table { head: head.to_vec(), rows, widths: vec![4, 5, 2] });
    Ok(())
}

/// A day by which something has to be done, and whether it has passed.
pub fn due_day(desk: &Desk, due: NaiveDate) -> String {
    let day = desk.team.date(due);
    if due < desk.today() { desk.team.text("paper-passed", &[("day", &day)]) } else { day }
}

/// By when it has to be done, or when it is to happen.
fn by(desk: &Desk, matter: &Matter, entry: &Entry) -> String {
    let team = &desk.team;
    if let Some(due) = matter.due {
        return due_day(desk, due);
    }
    let Some(kind) = kind(&matter.kind).filter(|it| it.is_planned()) else { return String::new() };
    let Some(at) = entry.at.or_else(|| kind.moment(&entry.fields)) else { return String::new() };
    if kind.is_by_day() {
        return team.date(desk.zone.day(at));
    }
    let local = desk.zone.local(at);
    team.moment(local.date(), local.time())
}

/// Who wrote it, and when it happened or was written.
fn written(desk: &Desk, matter: &Matter, entry: &Entry) -> Option<Words> {
    kind(&matter.kind).filter(|it| it.life.is_some() || it.happens())?;
    let by = Some(entry.made.by.as_str()).filter(|it| !it.is_empty())?;
    let day = desk.team.date(desk.zone.day(entry.made.at));
    Some(desk.team.with("paper-written", &[("who", by), ("day", &day)]))
}

/// Its title, its kind, who wrote it, and why it is here unless it is simply not settled.
pub fn what(desk: &Desk, matter: &Matter, (entry, named): (&Entry, bool)) -> Lines {
    let team = &desk.team;
    let why = matter.why.iter().filter_map(|it| match it {
        Why::Open | Why::Settled => None,
        Why::Pinned => Some("handover-why-pinned"),
        Why::NoContact => Some("handover-why-no-contact"),
        Why::Untold => Some("handover-why-untold"),
    });
    let all = std::iter::once(matter.kind.as_str()).chain(why).map(|it| team.text(it, &[]));
    let mut lines = vec![
        Words::new("nb", title(matter, entry)),
        team.words(all.collect::<Vec<_>>().join(" · ")),
    ];
    lines.extend(written(desk, matter, entry));
    if named && !matter.about.is_empty() {
        lines.push(team.with("paper-concerns", &[("who", &people(team, &matter.about))]));
    }
    lines
}

/// The title whole, also where the plan cuts it.
fn title(matter: &Matter, entry: &Entry) -> String {
    if matter.title.chars().count() < CUT {
        return matter.title.clone();
    }
    let field = kind(&matter.kind).and_then(Kind::name_field);
    let whole = field.map(|it| text(entry, it.name)).filter(|it| !it.is_empty());
    whole.map_or_else(|| format!("{}…", matter.title), str::to_owned)
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
        lines.extend(agreed::lines(desk, matter, receiver).await?);
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
