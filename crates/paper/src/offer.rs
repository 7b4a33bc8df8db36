//! What a receiver is offered, for a page that is not paper: the matters that wait for an answer, and the
//! document.

use app::App;
use chrono::{DateTime, Utc};
use domain::fault::Result;
use domain::handing_over::ItemStatus;
use domain::views::Matter;
use domain::{HandoverItem, Id, Record, read};
use serde::Serialize;
use texts::speak::Speak;

use crate::desk::Desk;
use crate::documents::{agreed, handover, matters};
use crate::sheet::{Lines, Sheet, Words};

/// What a receiver is offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Offer {
    /// Whose handover it is.
    pub title: String,
    /// The matters that wait for an answer.
    pub items: Vec<Item>,
    /// All matters of the receiver's, with the residents' summaries and whom to call.
    pub sheet: Sheet,
}

/// A matter that waits for an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// The record that takes the answer.
    pub item: Id,
    /// When it was offered; the answer says so.
    pub offered: Option<DateTime<Utc>>,
    /// What it is, in its author's words.
    pub title: Words,
    /// What else there is to know.
    pub lines: Lines,
}

/// What of a handover a receiver is offered, in a language of the interface.
///
/// Fails where there is no such handover or language.
pub async fn to(app: &App, id: Id, receiver: Id, locale: &str) -> Result<Offer> {
    let desk = Desk::open(app, locale).await?;
    let plan = handover::of_receiver(desk.plan(id).await?, receiver);
    let mut items = Vec::new();
    for matter in plan.matters.iter().filter(|it| waits(it)) {
        let (entry, _) = desk.get(&matter.kind, matter.id).await?;
        let mut lines = matters::what(&desk, matter, (&entry, true));
        let title = lines.remove(0);
        let (entry, _) = desk.get(HandoverItem::KIND, matter.item).await?;
        let offered = read::<HandoverItem>(&entry.fields).offered_at;
        lines.extend(agreed::lines(&desk, matter, Some(receiver)).await?);
        items.push(Item { item: matter.item, offered, title, lines });
    }
    let title = desk.team.text("package-title", &[("site", &desk.site)]);
    Ok(Offer { title, items, sheet: handover::sheet(&desk, id, Some(receiver)).await? })
}

/// Whether a matter is a receiver's, or is to be. One that they have declined is not.
pub fn is_of(matter: &Matter, receiver: Id) -> bool {
    let free = status_of(matter).is_free();
    !matter.is_settled() && !free && matter.receiver == Some(receiver)
}

fn waits(matter: &Matter) -> bool {
    let status = status_of(matter);
    !matter.conflict && matches!(status, ItemStatus::Offered | ItemStatus::Question)
}

fn status_of(matter: &Matter) -> ItemStatus {
    matter.status.parse().unwrap_or_default()
}
