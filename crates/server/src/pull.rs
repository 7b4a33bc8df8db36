//! Handing changes on, and announcing new ones.

use std::time::Duration;

use tokio::time::timeout;
use uuid::Uuid;
use wire::{Head, Page, Pull, Refusal, WAIT_MILLIS, Wait};

use crate::endpoint::Answered;
use crate::hub::Hub;
use crate::signed::Caller;
use crate::{Result, metrics, snapshot};

/// How long a device stays away when too many wait already.
const PAUSE: u64 = 10_000;

impl Answered for Pull {
    fn space(&self) -> Uuid {
        self.space
    }

    async fn answer(self, hub: &Hub, caller: Caller) -> Result<Page> {
        let space = self.space;
        let after = self.after;
        let page = hub.storage.pull(self).await?;
        if after > page.head {
            // After a restore this happens for a while. If it never ends, two databases share one
            // address.
            metrics::ahead();
        }
        metrics::changes("out", page.changes.len());
        let snapshot_due = snapshot::is_due(hub, space, caller.device, &page).await?;
        Ok(Page { snapshot_due, ..page })
    }
}

impl Answered for Wait {
    fn space(&self) -> Uuid {
        self.space
    }

    /// Answers at once unless the reader is exactly at the head. A reader beyond it has a history
    /// that this database has lost, and must pull to learn that.
    async fn answer(self, hub: &Hub, _caller: Caller) -> Result<Head> {
        let _room = hub.waits.take(self.space, 1).ok_or_else(|| full(hub))?;
        let mut news = hub.notifier.listen(self.space);
        let head = hub.storage.head(self.space).await?;
        if head.head != self.after {
            return Ok(head);
        }
        let mut closing = hub.closing.clone();
        let _ = timeout(Duration::from_millis(WAIT_MILLIS), async {
            tokio::select! {
                () = news.beyond(self.after) => (),
                _ = closing.wait_for(|closing| *closing) => (),
            }
        })
        .await;
        hub.storage.head(self.space).await
    }
}

fn full(hub: &Hub) -> Refusal {
    Refusal::Busy { millis: hub.host.about(PAUSE) }
}
