//! How long partners take to answer, read from the history of each referral.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::fault::Result;
use domain::kinds::ReferralStatus as Status;
use domain::views::ReferralCount;
use domain::{Change, Id, Referral, read};
use store::{Period, Records, Row};

/// The outcome of the referrals that were sent in a period, by partner, most first.
pub fn by_partner(records: Records, period: Period) -> Result<Vec<ReferralCount>> {
    let mut sent: BTreeMap<Id, Vec<Answer>> = BTreeMap::new();
    for row in records.referrals_at_work(period)? {
        if let Some((to, answer)) = sent_in(records, &row, period)? {
            sent.entry(to).or_default().push(answer);
        }
    }
    let names = records.names_of(sent.keys().copied())?;
    let name = |to| names.get(&to).cloned().unwrap_or_default();
    let mut counts: Vec<_> = sent.into_iter().map(|(to, it)| count(name(to), &it)).collect();
    counts.sort_by(|a, b| b.sent.cmp(&a.sent).then_with(|| a.partner.cmp(&b.partner)));
    Ok(counts)
}

/// The answer to a referral.
enum Answer {
    /// None so far.
    None,
    /// An answer after so many whole days; without a number for a referral that was answered before
    /// it was entered in the app.
    After(Option<u64>),
}

fn count(partner: String, answers: &[Answer]) -> ReferralCount {
    let came = answers.iter().filter_map(|it| match it {
        Answer::None => None,
        Answer::After(days) => Some(*days),
    });
    let mut days: Vec<u64> = came.clone().flatten().collect();
    days.sort_unstable();
    ReferralCount {
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

/// The partner to which a referral was sent in the period, and the answer.
fn sent_in(records: Records, row: &Row, period: Period) -> Result<Option<(Id, Answer)>> {
    let referral: Referral = read(&row.merged.body);
    let (Some(to), Some(status)) = (referral.to, referral.status) else { return Ok(None) };
    let steps: Vec<_> = records.history(row.id)?.iter().filter_map(step).collect();
    let sent = steps.iter().find(|(_, it)| !matches!(it, Status::Draft | Status::Withdrawn));
    let Some((sent, _)) = sent.filter(|_| status != Status::Draft) else { return Ok(None) };
    let came_back = |it: Status| matches!(it, Status::Answered | Status::Declined);
    let answer = steps.iter().find(|(_, it)| came_back(*it));
    let answer = match answer.filter(|_| came_back(status) || status == Status::Done) {
        Some((at, _)) => Answer::After((at != sent).then(|| whole_days(*sent, *at))),
        None => Answer::None,
    };
    let in_period = (period.from..period.until).contains(sent);
    Ok(in_period.then_some((to, answer)))
}

/// The time and status of a change that sets the status.
fn step(change: &Change) -> Option<(DateTime<Utc>, Status)> {
    let edit = change.payload.edits.iter().find(|it| it.field == Referral::STATUS)?;
    Some((change.clock.moment(), serde_json::from_value(edit.json()).ok()?))
}

fn whole_days(from: DateTime<Utc>, to: DateTime<Utc>) -> u64 {
    (to - from).num_days().unsigned_abs()
}
