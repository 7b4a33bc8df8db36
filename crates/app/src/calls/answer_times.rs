//! How long partners take to answer, read from the history of each record that they have to act on.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::fault::Result;
use domain::life::{Life, Standing, State};
use domain::views::AnswerCount;
use domain::{Change, Id, KINDS, kind};
use store::{Period, Records, Row};

/// What partners were asked to act on in a period, by partner, most first.
pub fn by_partner(records: Records, period: Period) -> Result<Vec<AnswerCount>> {
    let mut sent: BTreeMap<Id, Vec<Answer>> = BTreeMap::new();
    for kind in KINDS {
        let (Some(field), Some(life)) = (kind.asked(), &kind.life) else { continue };
        for row in records.under_way(kind.name, period)? {
            let partner = row.merged.body.get(field.name).map(|it| field.ty.links(it));
            let Some([to]) = partner.as_deref() else { continue };
            if let Some(answer) = answer(records, &row, life, period)? {
                sent.entry(*to).or_default().push(answer);
            }
        }
    }
    let names = records.names_of(sent.keys().copied())?;
    let name = |to| names.get(&to).cloned().unwrap_or_default();
    let mut counts: Vec<_> = sent.into_iter().map(|(to, it)| count(name(to), &it)).collect();
    counts.sort_by(|a, b| b.sent.cmp(&a.sent).then_with(|| a.partner.cmp(&b.partner)));
    Ok(counts)
}

/// The answer to one record.
enum Answer {
    /// None so far.
    None,
    /// An answer after so many whole days; without a number for a record that was answered before
    /// it was entered in the app.
    After(Option<u64>),
}

fn count(partner: String, answers: &[Answer]) -> AnswerCount {
    let came = answers.iter().filter_map(|it| match it {
        Answer::None => None,
        Answer::After(days) => Some(*days),
    });
    let mut days: Vec<u64> = came.clone().flatten().collect();
    days.sort_unstable();
    AnswerCount {
        partner,
        sent: answers.len() as u64,
        answered: came.count() as u64,
        days: median(&days),
    }
}

/// The median of sorted numbers; for an even count, the mean of the middle two.
fn median(sorted: &[u64]) -> Option<u64> {
    let low = sorted.get(sorted.len().checked_sub(1)? / 2)?;
    let high = sorted.get(sorted.len() / 2)?;
    Some(u64::midpoint(*low, *high))
}

/// The answer to a record that was sent to its partner in the period.
fn answer(records: Records, row: &Row, life: &Life, period: Period) -> Result<Option<Answer>> {
    let stage = kind(&row.merged.kind).and_then(|it| it.stage(&row.merged.body));
    let Some(now) = stage.and_then(|it| it.state()) else { return Ok(None) };
    let history = records.history(row.id)?;
    let steps: Vec<_> = history.iter().filter_map(|it| step(it, life)).collect();
    let sent = steps.iter().find(|(_, it)| !it.standing.is_ours() && !it.given_up);
    let Some((sent, _)) = sent.filter(|_| !now.standing.is_ours()) else { return Ok(None) };
    let answer = steps.iter().find(|(_, it)| it.standing == Standing::Back);
    let came = now.standing == Standing::Back || (now.standing == Standing::Over && !now.given_up);
    let answer = match answer.filter(|_| came) {
        Some((at, _)) => Answer::After((at != sent).then(|| whole_days(*sent, *at))),
        None => Answer::None,
    };
    Ok((period.from..period.until).contains(sent).then_some(answer))
}

/// The time and state of a change that sets the state.
fn step(change: &Change, life: &Life) -> Option<(DateTime<Utc>, &'static State)> {
    let edit = change.payload.edits.iter().find(|it| it.field == life.field)?;
    Some((change.clock.moment(), life.named(edit.json().as_str()?)?))
}

fn whole_days(from: DateTime<Utc>, to: DateTime<Utc>) -> u64 {
    (to - from).num_days().unsigned_abs()
}
