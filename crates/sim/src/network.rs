//! What is on its way, and the timers that run: the one thing that all devices share.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use app::Answer;
use tokio::sync::oneshot::{Receiver, Sender, channel};
use wire::{Endpoint, WAIT_MILLIS, Wait, decode};

/// How an answer finds its way back.
type Back = Sender<Option<Answer>>;

/// A message on its way.
pub struct Message {
    /// Which device's exchange it belongs to.
    pub device: usize,
    /// What is asked for.
    pub path: String,
    /// When it was sent, in true milliseconds.
    pub sent: u64,
    /// What it carries.
    pub leg: Leg,
    /// Who waits for the end of it; nobody for a repetition.
    pub back: Option<Back>,
}

/// Which way a message goes.
pub enum Leg {
    /// To the server, with its proof.
    There(String, Vec<u8>),
    /// To the device.
    Back(Answer),
}

/// The network and the hour.
#[derive(Default)]
pub struct Net {
    /// The true time, in milliseconds since 1970.
    pub now: u64,
    /// What is on its way, oldest first.
    pub messages: Vec<Message>,
    /// Those who will never hear.
    pub forgotten: Vec<Back>,
    timers: Vec<(u64, Sender<()>)>,
}

/// A handle on it.
#[derive(Clone, Default)]
pub struct Network(Arc<Mutex<Net>>);

impl Network {
    /// Looks at it, or changes it.
    pub fn lock(&self) -> MutexGuard<'_, Net> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Net {
    /// Sends a request; what is received is the answer, or none when the sender is told of a loss.
    pub fn send(&mut self, device: usize, path: &str, leg: Leg) -> Receiver<Option<Answer>> {
        let (back, answer) = channel();
        let (path, sent) = (path.to_owned(), self.now);
        self.messages.push(Message { device, path, sent, leg, back: Some(back) });
        answer
    }

    /// Rings after so many milliseconds.
    pub fn timer(&mut self, millis: u64) -> Receiver<()> {
        let (ring, ringing) = channel();
        self.timers.push((self.now + millis, ring));
        ringing
    }

    /// Lets time pass until the next timer rings or a wait runs out, and rings.
    pub fn pass(&mut self) {
        self.timers.retain(|(_, ring)| !ring.is_closed());
        let waits = self.messages.iter().filter(|it| it.is_wait()).map(|it| it.sent + WAIT_MILLIS);
        let next = self.timers.iter().map(|it| it.0).chain(waits).min();
        self.now = self.now.max(next.unwrap_or(self.now));
        let now = self.now;
        for (_, ring) in self.timers.extract_if(.., |it| it.0 <= now) {
            let _ = ring.send(());
        }
    }
}

impl Message {
    /// Whether it asks to be told of news.
    pub fn is_wait(&self) -> bool {
        self.path == Wait::PATH && matches!(self.leg, Leg::There(..))
    }

    /// Whether it is an answer that isn't a refusal.
    pub fn is_good_answer(&self) -> bool {
        matches!(&self.leg, Leg::Back(answer) if answer.status == 200)
    }

    /// What it waits for, if it does.
    pub fn wait(&self) -> Option<Wait> {
        match &self.leg {
            Leg::There(_, body) if self.path == Wait::PATH => decode(body),
            _ => None,
        }
    }

    /// For the trace.
    pub fn describe(&self) -> String {
        match &self.leg {
            Leg::There(_, body) => format!("{} of {} ({} B)", self.path, self.device, body.len()),
            Leg::Back(answer) => {
                format!(
                    "{} {} to {} ({} B)",
                    answer.status,
                    self.path,
                    self.device,
                    answer.body.len()
                )
            }
        }
    }
}
