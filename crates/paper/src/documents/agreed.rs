//! What was agreed about a matter: what remains, the receiver's own words, every no with its reason, and
//! consent.

use domain::fault::Result;
use domain::handing_over::ItemStatus;
use domain::kinds::{Consent, ConsentHow, Interpreting};
use domain::views::{Matter, Revision};
use domain::{HandoverItem, Id, Record, calls, read};
use texts::speak::Speak;

use crate::desk::Desk;
use crate::sheet::{Lines, Words};

/// The lines about the item of a matter; for a receiver without what others said.
pub async fn lines(desk: &Desk, matter: &Matter, receiver: Option<Id>) -> Result<Lines> {
    let id = matter.item;
    let (entry, _) = desk.get(HandoverItem::KIND, id).await?;
    let item: HandoverItem = read(&entry.fields);
    let team = &desk.team;
    let own = |field: &str, value: &str| {
        let label = team.label(HandoverItem::KIND, field);
        (!value.is_empty()).then(|| Words::new("nb", format!("{label}: {value}")))
    };
    // Another receiver's words are none of this one's.
    let theirs = item.answered_for == item.receiver;
    let said = |field: &str, value: &str| own(field, value).filter(|_| theirs);
    let kept = item.stands() == ItemStatus::KeptByLead;
    let reason = own(HandoverItem::REASON, &item.reason).filter(|_| kept);
    let from = item.takes_over.map(|it| team.date(it)).unwrap_or_default();
    let all = [
        // Many say no more than the matter itself.
        own(HandoverItem::REMAINS, &item.remains).filter(|_| item.remains != matter.title),
        own(HandoverItem::TAKES_OVER, &from),
        said(HandoverItem::UNDERSTOOD, &item.understood),
        said(HandoverItem::QUESTION, &item.question),
        answered(desk, &item).filter(|_| theirs),
        said(HandoverItem::ANSWER, &item.answer),
        reason,
        own(HandoverItem::CONSENT, &consent(desk, &item)),
    ];
    let history = desk.ask(calls::History { id }).await?;
    let overridden = overridden(desk, &item, &history);
    let declined = declined(desk, &history, receiver).await?;
    Ok(all.into_iter().flatten().chain(overridden).chain(declined).collect())
}

/// Who answered for the receiver, and when.
fn answered(desk: &Desk, item: &HandoverItem) -> Option<Words> {
    let day = item.answered_at.map(|it| desk.team.date(desk.zone.day(it)))?;
    let who = Some(&item.answered_by).filter(|it| !it.is_empty())?;
    Some(desk.team.with("paper-answered", &[("who", who), ("day", &day)]))
}

/// Whether the resident said yes, how, when, in which language and by whom it was interpreted; or why
/// not.
fn consent(desk: &Desk, item: &HandoverItem) -> String {
    let team = &desk.team;
    let label = |list: &str, value: Option<&'static str>| value.map(|it| team.label(list, it));
    let language = Some(&item.consent_language).filter(|it| !it.is_empty());
    let parts = [
        label(Consent::CHOICES.name, item.consent.map(Consent::name)),
        label(ConsentHow::CHOICES.name, item.consent_how.map(ConsentHow::name)),
        item.consent_day.map(|it| team.date(it)),
        language.map(|it| desk.own_name(it)),
        label(Interpreting::CHOICES.name, item.consent_interpreter.map(Interpreting::name)),
        Some(item.consent_why.clone()),
    ];
    let parts = parts.into_iter().flatten().filter(|it| !it.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// Who decided to go on without the resident's consent.
fn overridden(desk: &Desk, item: &HandoverItem, history: &[Revision]) -> Option<Words> {
    let said =
        |it: &&Revision| value(it, HandoverItem::CONSENT) == Some(Consent::Overridden.name());
    let step =
        history.iter().rev().find(said).filter(|_| item.consent == Some(Consent::Overridden))?;
    let day = desk.team.date(desk.zone.day(step.signed.at));
    let who = [("who", step.signed.by.as_str()), ("day", &day)];
    (!step.signed.by.is_empty()).then(|| desk.team.with("paper-overridden", &who))
}

/// Every receiver who said no, and why; also those whom another offer came after.
async fn declined(desk: &Desk, history: &[Revision], only: Option<Id>) -> Result<Lines> {
    let (mut receiver, mut lines) = (None, Vec::new());
    for step in history {
        receiver =
            value(step, HandoverItem::RECEIVER).and_then(|it| it.parse::<Id>().ok()).or(receiver);
        let others = only.is_some() && only != receiver;
        if others || value(step, HandoverItem::STATUS) != Some(ItemStatus::Declined.name()) {
            continue;
        }
        let who = match receiver {
            Some(it) => desk.name_of(it).await?,
            None => String::new(),
        };
        let why = value(step, HandoverItem::REASON).unwrap_or_default();
        lines.push(desk.team.with("paper-declined", &[("who", &who), ("why", why)]));
    }
    Ok(lines)
}

fn value<'a>(step: &'a Revision, field: &str) -> Option<&'a str> {
    step.fields.get(field)?.as_str()
}
