//! A receiver's reply: a line in the clear that names the package, and what is sealed with the key that came
//! in it.

use chrono::{DateTime, Utc};
use domain::fault::Result;
use domain::handing_over::ItemStatus;
use domain::merge::Merged;
use domain::views::Reply;
use domain::{Body, Clock, Fault, Handover, HandoverItem, Id, Record, kind, read};
use serde::Deserialize;
use serde_json::json;
use store::Act;
use sync::open_with;

use super::set;
use crate::App;
use crate::calls::authors::People;
use crate::calls::cases::start;

/// How a reply begins.
const HEAD: &str = "BOMILJO-SVAR";
/// The version of replies that can be read.
const VERSION: u32 = 1;
/// The longest reply, in bytes: more than a group of changes holds.
const LONGEST: usize = 8 << 20;

/// What is sealed in a reply.
#[derive(Debug, Deserialize)]
struct Sealed {
    /// Who answers for the receiver.
    by: String,
    /// When, by the clock of the receiver's device.
    at: DateTime<Utc>,
    answers: Vec<Answer>,
}

/// An answer to one matter.
#[derive(Debug, Deserialize)]
struct Answer {
    item: Id,
    /// When it was offered, as the package said.
    offered: Option<DateTime<Utc>>,
    status: ItemStatus,
    words: String,
}

/// A reply that is whole.
struct Whole {
    handover: Id,
    receiver: Id,
    sealed: Sealed,
}

impl App {
    /// Notes the answers of a reply, all in one group.
    pub(super) fn read_reply(&self, text: &str) -> Result<Reply> {
        let whole = self.opened(text)?;
        let done = self.act(|act| {
            let handover = act.merged(whole.handover)?.filter(|it| !it.deleted);
            let open = handover.is_some_and(|it| read::<Handover>(&it.body).is_open());
            let mut reply = Reply::default();
            for answer in &whole.sealed.answers {
                note(act, &whole, answer, open, &mut reply)?;
            }
            Ok(reply)
        })?;
        let name = {
            let mut store = self.store();
            let records = store.records()?;
            let names = People::of(records)?.names_of(records, [whole.receiver].into())?;
            names.into_values().next().unwrap_or_default()
        };
        let (handover, by, group) = (whole.handover, whole.sealed.by, done.group);
        Ok(Reply { handover, receiver: name, by, group, ..done.outcome })
    }

    fn opened(&self, text: &str) -> Result<Whole> {
        if text.len() > LONGEST {
            return Err(Fault::TooLarge { size: text.len(), most: LONGEST });
        }
        let text = text.trim_start_matches('\u{feff}').trim();
        let (head, body) = text.split_once('\n').unwrap_or((text, ""));
        let head = head.trim();
        let (handover, receiver) = package(head)?;
        if !self.has_handover(handover)? {
            return Err(Fault::OthersReply);
        }
        let key = self.package_secret("reply", handover, receiver)?;
        let body: String = body.split_whitespace().collect();
        let bytes = base16ct::mixed::decode_vec(&body).map_err(|_| Fault::DamagedReply)?;
        let plain = open_with(key, &bytes, head.as_bytes()).ok_or(Fault::DamagedReply)?;
        let plain = String::from_utf8(plain).map_err(|_| Fault::DamagedReply)?;
        let mut sealed: Sealed = serde_json::from_str(&plain).map_err(|_| Fault::DamagedReply)?;
        sealed.by = sealed.by.trim().to_owned();
        Ok(Whole { handover, receiver, sealed })
    }

    fn has_handover(&self, id: Id) -> Result<bool> {
        let mut store = self.store();
        let row = store.records()?.get(id)?;
        Ok(row.is_some_and(|it| it.merged.kind == Handover::KIND))
    }
}

/// The handover and the receiver that a reply's first line names.
fn package(head: &str) -> Result<(Id, Id)> {
    let words: Vec<&str> = head.split(' ').collect();
    let [HEAD, version, ids @ ..] = &words[..] else { return Err(Fault::NoReply) };
    let version: u32 = version.parse().map_err(|_| Fault::DamagedReply)?;
    if version > VERSION {
        return Err(Fault::NewerReply);
    }
    let id = |text: &str| text.parse::<Id>().map_err(|_| Fault::DamagedReply);
    match ids {
        [handover, receiver] => Ok((id(handover)?, id(receiver)?)),
        _ => Err(Fault::DamagedReply),
    }
}

/// Notes an answer, if the matter still waits for it.
fn note(
    act: &mut Act,
    whole: &Whole,
    answer: &Answer,
    open: bool,
    reply: &mut Reply,
) -> store::Result<()> {
    let merged = act.merged(answer.item)?.filter(|it| it.kind == HandoverItem::KIND && !it.deleted);
    let Some(merged) = merged else {
        reply.unknown += 1;
        return Ok(());
    };
    let (item, by): (HandoverItem, _) = (read(&merged.body), &whole.sealed.by);
    let words = answer.words.trim();
    if is_known(&item, answer.status, words, by) {
        reply.known += 1;
        return Ok(());
    }
    let field = field(answer.status).filter(|_| open && merged.conflicts.is_empty());
    if let Some(field) = field.filter(|_| !words.is_empty() && waits(&item, whole, answer)) {
        let now = act.now();
        set(act, answer.item, fields(whole, answer.status, (field, words), now))?;
        reply.noted += 1;
    } else {
        let matter = item.matter.map(|it| act.merged(it)).transpose()?.flatten();
        reply.late.push(matter.map(|it| title(&it)).unwrap_or_default());
    }
    Ok(())
}

/// Whether a matter waits for this very answer: of this receiver, to this offer, and for none that was
/// written later.
fn waits(item: &HandoverItem, whole: &Whole, answer: &Answer) -> bool {
    let theirs = item.handover == Some(whole.handover) && item.receiver == Some(whole.receiver);
    let overtaken = item.answered_at.is_some_and(|it| it > whole.sealed.at);
    let waits = matches!(item.stands(), ItemStatus::Offered | ItemStatus::Question);
    theirs && waits && !overtaken && item.offered_at == answer.offered
}

fn fields(whole: &Whole, status: ItemStatus, (field, words): (&str, &str), now: u64) -> Body {
    // Their clock may be ahead.
    let at = whole.sealed.at.min(Clock::at(now).moment());
    Body::from_iter([
        (HandoverItem::STATUS.to_owned(), json!(status)),
        (field.to_owned(), json!(words)),
        (HandoverItem::ANSWERED_BY.to_owned(), json!(whole.sealed.by)),
        (HandoverItem::ANSWERED_AT.to_owned(), json!(at)),
    ])
}

/// The field that holds an answer's words. None for a status that is no answer.
const fn field(status: ItemStatus) -> Option<&'static str> {
    match status {
        ItemStatus::Accepted => Some(HandoverItem::UNDERSTOOD),
        ItemStatus::Declined => Some(HandoverItem::REASON),
        ItemStatus::Question => Some(HandoverItem::QUESTION),
        _ => None,
    }
}

/// Whether the same answer was noted before. A question stays one when a colleague has answered it.
fn is_known(item: &HandoverItem, status: ItemStatus, words: &str, by: &str) -> bool {
    let said = match status {
        ItemStatus::Accepted => &item.understood,
        ItemStatus::Declined => &item.reason,
        _ => &item.question,
    };
    let stands = item.stands();
    let answered = status == ItemStatus::Question && stands == ItemStatus::Offered;
    (stands == status || answered) && said == words && item.answered_by == by
}

fn title(matter: &Merged) -> String {
    kind(&matter.kind).map(|it| start(it.title(&matter.body))).unwrap_or_default()
}
