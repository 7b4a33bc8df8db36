//! Performs what the sync engine decides.

use std::future::poll_fn;
use std::mem::take;
use std::pin::pin;
use std::task::Poll;

use domain::fault::Result;
use domain::versions::Touched;
use domain::{Fault, Id};
use store::Space;
use sync::{Effect, Engine, Event, Failure};
use wire::{Refusal, decode};

use crate::App;
use crate::sync::transport::RequestError;

/// Milliseconds from the start until the first sync, unless there is something to send. The first
/// page needs the processor more.
const SETTLING: u64 = 1_000;
/// How often other tasks run before uninterruptible work, so that a request has left by then.
const ROUNDS: u32 = 3;

impl App {
    /// Syncs for as long as the app runs.
    pub async fn drive(&self) {
        tokio::select! {
            biased;
            () = self.0.bell.notified() => {}
            () = self.0.host.sleep(SETTLING) => {}
        }
        loop {
            let _line = self.0.line.lock().await;
            if self.store().is_closed() {
                return;
            }
            match self.space() {
                Ok(space) => self.keep_in_touch(&space).await,
                Err(_) => self.0.bell.notified().await,
            }
        }
    }

    async fn keep_in_touch(&self, space: &Space) {
        self.read_again_or_tell(space);
        let mut engine = engine(space);
        let mut event = Event::Wanted;
        while !self.leaves()
            && let Some(effect) = self.decide(&mut engine, event)
        {
            event = self.perform(space, effect).await;
            if take(&mut self.net().asked) {
                engine.forget_failures();
            }
            if self.rung() {
                engine.owe();
            }
        }
    }

    /// Sends and fetches everything once, for the command line and for tests. Failures that are
    /// likely to pass are retried a few times.
    ///
    /// Fails with the last failure. Nothing is lost by that.
    pub async fn sync_once(&self) -> Result<()> {
        let space = self.space()?;
        self.read_again_or_tell(&space);
        let (mut engine, mut event) = (engine(&space), Event::Wanted);
        loop {
            match self.decide(&mut engine, event) {
                Some(Effect::Wait { .. }) => break,
                Some(Effect::Retry { millis }) => {
                    self.0.host.sleep(millis).await;
                    event = Event::Rested;
                }
                Some(Effect::Rest { .. } | Effect::Hold { .. }) | None => {
                    return Err(self.net().trouble.clone().unwrap_or(Fault::Offline));
                }
                Some(effect) => event = self.perform(&space, effect).await,
            }
        }
        self.all_done();
        while self.offers(&space).await {}
        Ok(())
    }

    /// The next effect. The user is told of the last failure, unless a retry may succeed.
    fn decide(&self, engine: &mut Engine, event: Event) -> Option<Effect> {
        let wanted = matches!(event, Event::Wanted);
        let effect = engine.step(event, self.0.host.now(), &mut self.0.host.rng());
        if wanted && matches!(effect, Some(Effect::Hold { .. })) {
            // A user who asked sees that a sync will be tried, although not at once.
            self.learn(|net| net.busy = true);
        }
        let silent = matches!(effect, Some(Effect::Retry { .. } | Effect::StartOver { .. }));
        let failed = self.net().failed.take().filter(|_| !silent);
        if failed.is_some() {
            self.learn(|net| net.trouble = failed);
        }
        effect
    }

    async fn perform(&self, space: &Space, effect: Effect) -> Event {
        match effect {
            Effect::Push { limit } => {
                self.learn(|net| net.busy = true);
                self.settle(self.push(space, limit).await)
            }
            Effect::Fetch => self.settle(self.fetch(space).await),
            Effect::Pull { after, limit } => self.settle(self.pull(space, after, limit).await),
            Effect::StartOver { epoch } => self.settle(self.start_over(space, epoch)),
            Effect::Wait { after } => {
                self.all_done();
                self.wait(space, after).await
            }
            Effect::Rest { millis } | Effect::Retry { millis } => {
                self.learn(|net| net.busy = false);
                tokio::select! {
                    biased;
                    () = self.0.bell.notified() => Event::Wanted,
                    () = self.0.host.sleep(millis) => Event::Rested,
                }
            }
            Effect::Hold { millis } => {
                self.0.host.sleep(millis).await;
                Event::Rested
            }
        }
    }

    /// Whether the bell was rung while nothing waited for it.
    fn rung(&self) -> bool {
        pin!(self.0.bell.notified()).enable()
    }

    /// The event for the outcome of an attempt. The status keeps the reason of a failure.
    fn settle(&self, outcome: std::result::Result<Event, SyncError>) -> Event {
        #[cfg(not(target_family = "wasm"))]
        let outcome = outcome.or_else(|it| self.mended_or(it));
        let (fault, event) = match outcome {
            // The failure is kept if the engine refuses to start over again.
            Ok(event @ Event::Forgot { .. }) => {
                let known = self.net().failed.take();
                (known.unwrap_or_else(|| Fault::Refused { reason: "server-wavers".into() }), event)
            }
            Ok(event) => return event,
            Err(SyncError::RequestError(it)) => (it.fault(), Event::Failed(it.failure())),
            Err(SyncError::Damaged(fault)) => (fault, Event::Failed(Failure::Damaged)),
            Err(SyncError::Fault(fault)) => (fault, Event::Failed(Failure::Refused)),
        };
        self.net().failed = Some(fault);
        event
    }

    async fn push(&self, space: &Space, limit: usize) -> std::result::Result<Event, SyncError> {
        if !self.knows_its_numbers(space)? {
            return Ok(Event::Overtaken);
        }
        let waiting =
            self.store().outbox(space.id, self.device(), limit, &mut self.sealer(space))?;
        let changes: Vec<_> = waiting.iter().filter_map(|it| decode(it)).collect();
        if changes.is_empty() {
            return Ok(Event::NothingToPush);
        }
        let request = wire::Push { space: space.id, changes };
        let last = request.changes.last().map_or(0, |it| it.header.seq);
        let ahead = || self.seal_ahead(space, last, limit);
        let stored = match meanwhile(self.ask_as_member(space, &request), ahead).await.0 {
            Err(RequestError::Refused(Refusal::Gap { expected })) => {
                return self.fill_gap(space, &request, expected);
            }
            Err(RequestError::Refused(Refusal::Cloned { .. })) => return Ok(Event::Overtaken),
            answer => answer?,
        };
        if self.has_forgotten(stored.epoch)? {
            return Ok(Event::Forgot { epoch: stored.epoch });
        }
        if stored.seq < last {
            // This answer can't belong to this push.
            return Err(RequestError::NotOurProtocol.into());
        }
        self.store().confirm(space.id, last, &stored.epoch.to_string())?;
        self.touch(&Touched::STATUS);
        Ok(Event::Pushed { more: self.store().waiting(self.device())? > 0 })
    }

    /// Seals the next page while the server answers this one. This only saves time: a full disk is
    /// reported when that page is sent.
    fn seal_ahead(&self, space: &Space, seq: u64, limit: usize) {
        let (device, mut seal) = (self.device(), self.sealer(space));
        let _ = self.store().seal_ahead(space.id, device, (seq, limit), &mut seal);
    }

    /// Sends earlier changes that the server lacks, if this device has them.
    fn fill_gap(
        &self,
        space: &Space,
        tried: &wire::Push,
        expected: u64,
    ) -> std::result::Result<Event, SyncError> {
        let first = tried.changes.first().map_or(0, |it| it.header.seq);
        if expected >= first || expected == 0 {
            return Err(RequestError::Refused(Refusal::Gap { expected }).into());
        }
        let epoch = self.space()?.epoch;
        self.store().confirm(space.id, expected.saturating_sub(1), &epoch)?;
        Ok(Event::Rewound)
    }

    async fn wait(&self, space: &Space, after: u64) -> Event {
        tokio::select! {
            biased;
            () = self.0.bell.notified() => Event::Wanted,
            event = self.listen(space, after) => event,
        }
    }

    /// Waits for news, and meanwhile makes a snapshot if one is due. A snapshot is not urgent, so
    /// it is made a part at a time, with a check for news between parts.
    async fn listen(&self, space: &Space, after: u64) -> Event {
        if self.offers(space).await {
            return Event::Wanted;
        }
        let answer = self.ask_as_member(space, &wire::Wait { space: space.id, after }).await;
        self.settle(self.heard(answer))
    }

    fn heard(
        &self,
        answer: std::result::Result<wire::Head, RequestError>,
    ) -> std::result::Result<Event, SyncError> {
        let news = answer?;
        if self.has_forgotten(news.epoch)? {
            return Ok(Event::Forgot { epoch: news.epoch });
        }
        Ok(Event::News { head: news.head })
    }

    /// Whether the server has a new epoch since the last answer.
    pub(crate) fn has_forgotten(&self, epoch: Id) -> Result<bool> {
        let kept = self.space()?.epoch;
        Ok(!kept.is_empty() && kept != epoch.to_string())
    }

    /// Starts over with a server that has lost changes.
    fn start_over(&self, space: &Space, epoch: Id) -> std::result::Result<Event, SyncError> {
        self.store().start_over(space.id, &epoch.to_string())?;
        self.touch(&Touched::STATUS);
        Ok(Event::StartedOver)
    }
}

fn engine(space: &Space) -> Engine {
    if space.is_fresh() { Engine::fresh() } else { Engine::new(space.cursor) }
}

/// Does some work while an answer is on its way.
pub async fn meanwhile<A, W>(asked: impl Future<Output = A>, work: impl FnOnce() -> W) -> (A, W) {
    let mut asked = pin!(asked);
    for _ in 0..ROUNDS {
        tokio::select! {
            biased;
            answer = &mut asked => return (answer, work()),
            () = step_aside() => {}
        }
    }
    let done = work();
    (asked.await, done)
}

/// Lets other tasks run once.
async fn step_aside() {
    let mut waited = false;
    poll_fn(|context| {
        if std::mem::replace(&mut waited, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

/// Why an attempt failed.
pub enum SyncError {
    /// The request failed.
    RequestError(RequestError),
    /// The answer was damaged, on the way or at the server.
    Damaged(Fault),
    /// The device failed.
    Fault(Fault),
}

impl From<RequestError> for SyncError {
    fn from(it: RequestError) -> Self {
        Self::RequestError(it)
    }
}

impl From<Fault> for SyncError {
    fn from(it: Fault) -> Self {
        Self::Fault(it)
    }
}

impl From<store::Error> for SyncError {
    fn from(it: store::Error) -> Self {
        Self::Fault(it.into())
    }
}
