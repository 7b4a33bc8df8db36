//! What goes to a receiver outside the app, and what comes back.

mod reply;

use domain::calls::{self, Answers};
use domain::fault::Result;
use domain::handing_over::ItemStatus;
use domain::kinds::Channel;
use domain::views::{Matter, Reply};
use domain::{Body, Entry, Fault, HandoverItem, Id, Issue, Kind, Partner, Problem, Record, kind};
use serde_json::json;
use store::Act;
use wire::{SpaceKey, encode};

use crate::App;
use crate::calls::authors::People;
use crate::calls::handover::plan;
use crate::calls::save;

impl Answers<calls::SendPackage> for App {
    async fn answer(&self, call: calls::SendPackage) -> Result<Option<Id>> {
        self.send_package(call.handover, call.receiver)
    }
}

impl Answers<calls::ReadReply> for App {
    async fn answer(&self, call: calls::ReadReply) -> Result<Reply> {
        self.read_reply(&call.text)
    }
}

impl App {
    /// A secret that every device of the site derives for what is sent to a receiver of a handover.
    pub fn package_secret(&self, purpose: &str, handover: Id, receiver: Id) -> Result<[u8; 32]> {
        let key = SpaceKey(self.space()?.key).packing();
        Ok(*blake3::keyed_hash(&key, &encode(&(purpose, handover, receiver))).as_bytes())
    }

    fn send_package(&self, handover: Id, receiver: Id) -> Result<Option<Id>> {
        let waiting = self.offered(handover, receiver)?;
        // A receiver who has asked something has the package already.
        let sent = waiting.iter().filter(|it| it.status == ItemStatus::Offered.name());
        let by_package = Body::from_iter([
            (HandoverItem::CHANNEL.to_owned(), json!(Channel::Package)),
            (HandoverItem::STATUS.to_owned(), json!(ItemStatus::Offered)),
        ]);
        let done = self.act(|act| {
            if waiting.is_empty() || !act.exists(receiver, Partner::KIND)? {
                let issue = Issue::new(HandoverItem::RECEIVER, Problem::NothingOffered);
                return Err(Fault::Invalid { issues: vec![issue] }.into());
            }
            sent.map(|it| it.item).try_for_each(|it| set(act, it, by_package.clone()))
        })?;
        Ok(done.group)
    }

    /// The matters that wait for a receiver's answer.
    fn offered(&self, handover: Id, receiver: Id) -> Result<Vec<Matter>> {
        let mut store = self.store();
        let records = store.records()?;
        let plan = plan::of(records, &People::of(records)?, self.today_in(records)?, handover)?;
        let waits = |it: &Matter| {
            let status = it.status.parse().unwrap_or_default();
            matches!(status, ItemStatus::Offered | ItemStatus::Question)
        };
        let theirs = |it: &Matter| {
            it.receiver == Some(receiver) && !it.is_settled() && !it.conflict && waits(it)
        };
        Ok(plan.matters.into_iter().filter(theirs).collect())
    }
}

/// Saves fields of an item whose author has seen all of it.
fn set(act: &mut Act, id: Id, fields: Body) -> store::Result<()> {
    let kind = of_items()?;
    let seen = act.merged(id)?.map(|it| it.seen);
    let entry = Entry { id, kind: kind.name.to_owned(), fields, seen, ..Entry::default() };
    save::save(act, kind, &entry).map(drop)
}

fn of_items() -> store::Result<&'static Kind> {
    kind(HandoverItem::KIND).ok_or_else(|| Fault::NotFound.into())
}
