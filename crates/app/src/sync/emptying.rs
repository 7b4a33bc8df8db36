//! Emptying this device: everything is sent, then everything is destroyed, and the team hears of both.

use std::sync::atomic::Ordering::SeqCst;
use std::sync::{MutexGuard, PoisonError};

use domain::calls::{self, Answers, Request};
use domain::change::Payload;
use domain::fault::Result;
use domain::kinds::Destroyed;
use domain::views::Barrier;
use domain::{Change, Clock, Disposal, Edit, Fault, Id, Record};
use serde_json::json;
use store::{Space, Store};
use sync::seal::seal;
use wire::{Push, SpaceKey};

use crate::App;
use crate::calls::handover::emptying::{barred, disposal_of};

/// What is destroyed before the device says that it is empty.
const ALL: [Destroyed; 2] = [Destroyed::DataKey, Destroyed::DataFiles];
/// How often the last word is said again, and after how many milliseconds.
const SAID: (u32, u64) = (5, 2_000);

/// What a device says once it is empty.
#[derive(Debug, Clone)]
pub struct LastWord {
    server: String,
    push: Push,
}

impl Answers<calls::EmptyDevice> for App {
    async fn answer(&self, call: calls::EmptyDevice) -> Result<()> {
        let _leaving = Leaving::begin(self);
        self.0.bell.notify_one();
        let _line = self.0.line.lock().await;
        self.empty(call.handover).await
    }
}

/// Has sync end as long as it lives.
struct Leaving<'a>(&'a App);

impl<'a> Leaving<'a> {
    fn begin(app: &'a App) -> Self {
        app.0.leaving.store(true, SeqCst);
        Self(app)
    }
}

impl Drop for Leaving<'_> {
    fn drop(&mut self) {
        self.0.0.leaving.store(false, SeqCst);
    }
}

impl App {
    /// Whether sync has to end, because the device is being emptied.
    pub(crate) fn leaves(&self) -> bool {
        self.0.leaving.load(SeqCst)
    }

    /// Whether this device was emptied.
    pub fn is_empty(&self) -> bool {
        self.0.emptied.load(SeqCst)
    }

    /// Whether a call can be answered: once the database is let go, only the emptying goes on.
    pub(crate) fn must_be_there(&self, request: &Request) -> Result<()> {
        match request {
            _ if self.is_empty() => Err(Fault::Emptied),
            Request::EmptyDevice(_) => Ok(()),
            _ if self.store().is_closed() => Err(Fault::Storage { detail: "let go".into() }),
            _ => Ok(()),
        }
    }

    /// Once the database is let go, a second try goes on from there.
    async fn empty(&self, handover: Id) -> Result<()> {
        let begun = self.last_words().clone();
        let last = match begun {
            Some(last) => last,
            None => self.sent_and_let_go(handover).await?,
        };
        self.destroy().await?;
        self.0.emptied.store(true, SeqCst);
        self.say(&last).await;
        Ok(())
    }

    async fn sent_and_let_go(&self, handover: Id) -> Result<LastWord> {
        self.sync_once().await?;
        self.begin_emptying(handover)?;
        self.sync_once().await?;
        let last = self.let_go(handover)?;
        *self.last_words() = Some(last.clone());
        Ok(last)
    }

    fn last_words(&self) -> MutexGuard<'_, Option<LastWord>> {
        self.0.last_word.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Closes the database, unless something is in it that is nowhere else. Answers with what the device says
    /// once it is empty: sealed while it still can be, and stored nowhere.
    fn let_go(&self, handover: Id) -> Result<LastWord> {
        let mut store = self.store();
        // Something may have come since: from here on nothing can.
        self.may_be_emptied(store.records()?, handover)?;
        let space = store.space()?.ok_or(Fault::NoSite)?;
        if store.waiting(self.device())? > 0 {
            return Err(barred(Barrier::Unsent));
        }
        let last = self.last_word(&store, &space)?;
        let sealed =
            seal(&last, &SpaceKey(space.key), &self.identity().key, &mut self.0.host.rng());
        store.close()?;
        let push = Push { space: space.id, changes: vec![sealed] };
        Ok(LastWord { server: space.server, push })
    }

    fn last_word(&self, store: &Store, space: &Space) -> Result<Change> {
        let author = self.author(space.id);
        let (by, clock) = store.next(author)?;
        let said = |field, value| Edit::new(field, &value, Vec::new());
        let edits = vec![
            said(Disposal::EMPTIED, json!(Clock::at(author.now).moment())),
            said(Disposal::DESTROYED, json!(ALL)),
        ];
        Ok(Change {
            space: space.id,
            by,
            record: disposal_of(space, self.device()),
            group: author.group,
            group_count: 1,
            clock,
            payload: Payload { kind: Disposal::KIND.to_owned(), edits },
        })
    }

    /// Tells the team that the device is empty. If that does not get through, they see that it began.
    async fn say(&self, last: &LastWord) {
        for _ in 0..SAID.0 {
            if self.ask(&last.server, &last.push).await.is_ok() {
                return;
            }
            self.0.host.sleep(SAID.1).await;
        }
    }

    /// Whether a damaged file lies beside the database.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn has_set_aside(&self) -> bool {
        self.0.home.as_ref().is_some_and(|it| crate::platform::purge::has_set_aside(&it.path))
    }

    /// A browser sets nothing aside.
    #[cfg(target_family = "wasm")]
    #[expect(clippy::unused_self, reason = "as natively")]
    pub(crate) const fn has_set_aside(&self) -> bool {
        false
    }

    #[cfg(not(target_family = "wasm"))]
    fn destroy(&self) -> impl Future<Output = Result<()>> {
        let home = self.0.home.as_ref().map(|it| it.path.as_path());
        let done = home.map_or(Ok(()), |it| crate::platform::purge::purge(it, &self.0.host));
        std::future::ready(done)
    }

    #[cfg(target_family = "wasm")]
    async fn destroy(&self) -> Result<()> {
        self.0.host.destroy().await
    }
}
