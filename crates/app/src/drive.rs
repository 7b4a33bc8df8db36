//! Carrying out what the sync engine decides.

use domain::Fault;
use domain::fault::Result;
use store::Space;
use sync::wire::{self, Refusal, decode};
use sync::{Effect, Engine, Event};

use crate::App;
use crate::transport::Unanswered;

/// Milliseconds from the start until the server is first talked to, unless there is something
/// to send: the page that is being drawn needs the processor more.
const SETTLING: u64 = 1_000;

impl App {
    /// Talks to the server for as long as the app runs.
    pub async fn drive(&self) {
        tokio::select! {
            () = self.0.host.sleep(SETTLING) => {}
            () = self.0.bell.notified() => {}
        }
        loop {
            let Ok(space) = self.space() else {
                self.0.bell.notified().await;
                continue;
            };
            let mut engine = Engine::new(space.cursor);
            let mut event = Event::Wanted;
            while let Some(effect) = engine.step(event, &mut self.0.host.rng()) {
                event = self.perform(&space, effect).await;
            }
        }
    }

    /// Sends and fetches everything once; for the command line and for tests.
    ///
    /// Fails with what went wrong on the way; nothing is lost by that.
    pub async fn sync_once(&self) -> Result<()> {
        let space = self.space()?;
        let mut engine = Engine::new(space.cursor);
        let mut event = Event::Wanted;
        loop {
            match engine.step(event, &mut self.0.host.rng()) {
                Some(Effect::Wait { .. }) => break,
                Some(Effect::Rest { .. }) | None => {
                    return Err(self.net().trouble.clone().unwrap_or(Fault::Offline));
                }
                Some(effect) => event = self.perform(&space, effect).await,
            }
        }
        self.all_done();
        Ok(())
    }

    async fn perform(&self, space: &Space, effect: Effect) -> Event {
        match effect {
            Effect::Push { limit } => {
                self.learn(|net| net.busy = true);
                self.settle(self.push(space, limit).await)
            }
            Effect::Pull { after, limit } => self.settle(self.pull(space, after, limit).await),
            Effect::Wait { after } => {
                self.all_done();
                self.wait(space, after).await
            }
            Effect::Rest { millis } => tokio::select! {
                () = self.0.host.sleep(millis) => Event::Rested,
                () = self.0.bell.notified() => Event::Wanted,
            },
        }
    }

    fn all_done(&self) {
        let now = self.0.host.moment();
        self.learn(|net| (net.busy, net.trouble, net.synced) = (false, None, Some(now)));
    }

    /// What came of an attempt; a failure is remembered, for the user to see.
    fn settle(&self, outcome: std::result::Result<Event, Trouble>) -> Event {
        let (fault, failure) = match outcome {
            Ok(event) => return event,
            Err(Trouble::Unanswered(it)) => (it.fault(), it.failure()),
            Err(Trouble::Fault(fault)) => (fault, sync::Failure::Refused),
        };
        self.learn(|net| (net.busy, net.trouble) = (false, Some(fault)));
        Event::Failed(failure)
    }

    async fn push(&self, space: &Space, limit: usize) -> std::result::Result<Event, Trouble> {
        let waiting =
            self.store().outbox(space.id, self.0.device, limit, &mut self.sealer(space))?;
        let changes: Vec<_> = waiting.iter().filter_map(|it| decode(it)).collect();
        if changes.is_empty() {
            return Ok(Event::Pushed { more: false });
        }
        let request = wire::Push { space: space.id, changes };
        let stored = match self.ask(&space.server, &request).await {
            Err(Unanswered::Refused(Refusal::Gap { expected })) => {
                return self.fill_gap(space, &request, expected);
            }
            answer => answer?,
        };
        let kept = self.space()?;
        if !kept.epoch.is_empty() && kept.epoch != stored.epoch.to_string() {
            self.store().start_over(space.id)?;
            return Ok(Event::StartedOver);
        }
        self.store().confirm(space.id, stored.seq)?;
        self.touch();
        Ok(Event::Pushed { more: self.store().waiting(self.0.device)? > 0 })
    }

    /// The server lacks changes of ours from before: send those as well, if we have them.
    fn fill_gap(
        &self,
        space: &Space,
        tried: &wire::Push,
        expected: u64,
    ) -> std::result::Result<Event, Trouble> {
        let first = tried.changes.first().map_or(0, |it| it.header.seq);
        if expected >= first {
            return Err(Unanswered::Refused(Refusal::Gap { expected }).into());
        }
        self.store().confirm(space.id, expected.saturating_sub(1))?;
        Ok(Event::Pushed { more: true })
    }

    async fn wait(&self, space: &Space, after: u64) -> Event {
        let request = wire::Wait { space: space.id, after };
        tokio::select! {
            answer = self.ask(&space.server, &request) => match answer {
                Ok(news) => Event::News { head: news.head },
                Err(unanswered) => self.settle(Err(unanswered.into())),
            },
            () = self.0.bell.notified() => Event::Wanted,
        }
    }
}

/// What can go wrong with an attempt.
pub enum Trouble {
    /// With the server.
    Unanswered(Unanswered),
    /// Here.
    Fault(Fault),
}

impl From<Unanswered> for Trouble {
    fn from(it: Unanswered) -> Self {
        Self::Unanswered(it)
    }
}

impl From<Fault> for Trouble {
    fn from(it: Fault) -> Self {
        Self::Fault(it)
    }
}

impl From<store::Error> for Trouble {
    fn from(it: store::Error) -> Self {
        Self::Fault(it.into())
    }
}
