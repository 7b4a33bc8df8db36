//! A resident's summary: five headings, and whether a lead has signed them.

use domain::fault::Result;
use domain::kinds::Wellbeing;
use domain::views::ToTell;
use domain::{Fault, Id, Record, Summary, read};
use texts::speak::Speak;

use crate::desk::{Desk, member};
use crate::sheet::{Look, Sheet, Words};

/// The headings that are written, in order.
const TEXTS: [&str; 4] = [Summary::WHO, Summary::OPEN, Summary::IF_THEN, Summary::WISHES];

/// The document.
pub async fn sheet(desk: &Desk, id: Id, resident: Id) -> Result<Sheet> {
    let plan = desk.plan(id).await?;
    let resident = plan.residents.iter().find(|it| it.id == resident).ok_or(Fault::NotFound)?;
    let title = desk.team.with("handover-summary-of", &[("name", &resident.called)]);
    let mut sheet = desk.sheet(title.clone());
    sheet.titled = false;
    sheet.heading(vec![title]);
    sheet.say(Look::Strong, desk.team.words(&*resident.unit));
    write(desk, &mut sheet, resident).await?;
    Ok(sheet)
}

/// Writes a resident's summary on a sheet; that there is none, if there is none.
pub async fn write(desk: &Desk, sheet: &mut Sheet, resident: &ToTell) -> Result<()> {
    let team = &desk.team;
    if !resident.summarised {
        sheet.say(Look::Small, team.say("handover-no-summary"));
        return Ok(());
    }
    let (entry, names) = desk.get(Summary::KIND, resident.summary).await?;
    let summary: Summary = read(&entry.fields);
    if summary.is_signed() {
        let who = member(&names, &summary.signed_by);
        sheet.say(Look::Plain, team.with("paper-signed", &[("who", &who)]));
    } else {
        sheet.say(Look::Marked, team.say("handover-unsigned"));
    }
    if let Some((day, until)) = summary.as_of.zip(summary.expires()) {
        let [day, until_day] = [day, until].map(|it| team.date(it));
        let values = [("day", day.as_str()), ("until", until_day.as_str())];
        sheet.say(Look::Plain, team.with("paper-as-of", &values));
        if until < desk.today() {
            sheet.say(Look::Marked, team.with("paper-expired", &[("until", &until_day)]));
        }
    }
    if let Some(state) = summary.state {
        sheet.smaller_heading(team.words(team.label(Summary::KIND, Summary::STATE)));
        sheet.say(Look::Strong, team.words(team.label(Wellbeing::CHOICES.name, state.name())));
    }
    for (field, words) in TEXTS.iter().zip(written(&summary)) {
        sheet.smaller_heading(team.words(team.label(Summary::KIND, field)));
        let said = Words::new("nb", words);
        sheet.say(Look::Plain, if said.is_empty() { team.say("paper-not-said") } else { said });
    }
    Ok(())
}

fn written(summary: &Summary) -> [&str; 4] {
    [&summary.who, &summary.open, &summary.if_then, &summary.wishes].map(|it| it.trim())
}
