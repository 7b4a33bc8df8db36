//! How a resident was told that the team leaves.

use domain::fault::Result;
use domain::kinds::Wish;
use domain::views::ToTell;
use domain::{Notice, Record, read};
use texts::speak::Speak;

use crate::desk::{Desk, member};
use crate::sheet::{Lines, Words};

/// By whom, when and in which language; what they said back and want. Or how often they were not at home.
pub async fn lines(desk: &Desk, resident: &ToTell) -> Result<Lines> {
    let team = &desk.team;
    if !resident.told {
        let mut lines = vec![team.say("handover-is-untold")];
        let tried = || team.count("handover-not-home-times", resident.not_home);
        lines.extend((resident.not_home > 0).then(tried));
        return Ok(lines);
    }
    let (entry, names) = desk.get(Notice::KIND, resident.notice).await?;
    let notice: Notice = read(&entry.fields);
    let mut lines = vec![team.words(how(desk, &notice, &member(&names, &notice.told_by)))];
    if !notice.said_back.is_empty() {
        let label = team.label(Notice::KIND, Notice::SAID_BACK);
        lines.push(Words::new("nb", format!("{label}: {}", notice.said_back)));
    }
    if !notice.wishes.is_empty() {
        let label = team.label(Notice::KIND, Notice::WISHES);
        let wishes = notice.wishes.iter().map(|it| team.label(Wish::CHOICES.name, it.name()));
        lines.push(team.words(format!("{label}: {}", wishes.collect::<Vec<_>>().join(", "))));
    }
    Ok(lines)
}

fn how(desk: &Desk, notice: &Notice, by: &str) -> String {
    let team = &desk.team;
    let day = notice.told_at.map(|it| team.date(desk.zone.day(it))).unwrap_or_default();
    let said = if by.is_empty() {
        team.text("paper-told", &[("day", &day)])
    } else {
        team.text("paper-told-by", &[("who", by), ("day", &day)])
    };
    let language = Some(notice.language.as_str()).filter(|it| !it.is_empty());
    let language = language.map(|it| desk.own_name(it));
    let interpreter = notice
        .interpreter
        .map(|it| team.label(domain::kinds::Interpreting::CHOICES.name, it.name()));
    [Some(said), language, interpreter].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
