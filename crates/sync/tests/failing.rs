//! What the engine does while everything fails, in simulated time. It never floods a server, and a
//! manual sync ends.
#![allow(clippy::cast_possible_truncation, reason = "the numbers only have to differ")]

use rand_core::TryRng;
use sync::{Effect, Engine, Event, Failure};
use uuid::Uuid;

/// Milliseconds.
const SECOND: u64 = 1_000;
const HOUR: u64 = 3_600 * SECOND;

/// Luck, good and bad.
struct Luck(u64);

impl TryRng for Luck {
    type Error = std::convert::Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        self.try_next_u64().map(|it| it as u32)
    }

    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        // Every third pause has the shortest jitter that there is.
        Ok(if self.0.is_multiple_of(3) { 0 } else { self.0 >> 16 })
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        bytes.fill(0);
        Ok(())
    }
}

/// A device, its engine and the simulated time. Every request takes some milliseconds.
struct Life {
    engine: Engine,
    now: u64,
    luck: Luck,
    /// Whether something waits to be sent.
    waiting: bool,
    /// How often something is saved, in milliseconds.
    saves: Option<u64>,
    /// When each request was sent.
    sent: Vec<u64>,
}

impl Life {
    fn new(seed: u64) -> Self {
        let engine = Engine::new(5);
        Self { engine, now: HOUR, luck: Luck(seed), waiting: false, saves: None, sent: Vec::new() }
    }

    fn step(&mut self, event: Event) -> Option<Effect> {
        self.engine.step(event, self.now, &mut self.luck)
    }

    /// Sends a request, and hears of it after some milliseconds.
    fn asks(&mut self, effect: Effect, answer: &mut impl FnMut(Effect) -> Event) -> Event {
        if let (Effect::Push { .. }, false) = (effect, self.waiting) {
            return Event::NothingToPush;
        }
        if !matches!(effect, Effect::StartOver { .. }) {
            self.sent.push(self.now);
        }
        self.now += 5;
        answer(effect)
    }

    /// Pauses, unless a save breaks it off.
    fn rests(&mut self, millis: u64) -> Event {
        let save = self.saves.filter(|it| *it < millis);
        self.now += save.unwrap_or(millis);
        if save.is_some() { Event::Wanted } else { Event::Rested }
    }

    /// Runs for a time against a server, or a proxy, that answers in a given way.
    fn lives(&mut self, millis: u64, mut answer: impl FnMut(Effect) -> Event) {
        let (end, mut event) = (self.now + millis, Event::Wanted);
        while self.now < end {
            event = match self.step(event) {
                Some(Effect::Rest { millis } | Effect::Retry { millis }) => self.rests(millis),
                Some(Effect::Hold { millis }) => {
                    self.now += millis;
                    Event::Rested
                }
                Some(effect) => self.asks(effect, &mut answer),
                None => panic!("it has nothing more to do"),
            };
        }
    }

    /// The most requests in any ten seconds.
    fn busiest(&self) -> usize {
        let ends = |from: u64| self.sent.partition_point(|it| *it < from + 10 * SECOND);
        self.sent.iter().enumerate().map(|(at, from)| ends(*from) - at).max().unwrap_or_default()
    }
}

/// A name, and the answer to each request.
type Way = (&'static str, fn(Effect) -> Event);

/// Each way in which a server or a proxy can keep failing.
fn faults() -> [Way; 12] {
    [
        ("offline", |_| Event::Failed(Failure::Offline)),
        ("too large", |_| Event::Failed(Failure::TooLarge)),
        ("refused", |_| Event::Failed(Failure::Refused)),
        ("damaged", |_| Event::Failed(Failure::Damaged)),
        ("busy for no time", |_| Event::Failed(Failure::Busy(0))),
        ("busy for ever", |_| Event::Failed(Failure::Busy(u64::MAX))),
        ("pulls alone are too large", |effect| match effect {
            Effect::Push { .. } => Event::Pushed { more: false },
            _ => Event::Failed(Failure::TooLarge),
        }),
        ("waits are answered at once", |effect| match effect {
            Effect::Wait { after } => Event::News { head: after },
            _ => Event::Pulled { next: 5, head: 5 },
        }),
        ("waits tell of news that there are not", |effect| match effect {
            Effect::Wait { after } => Event::News { head: after + 9 },
            _ => Event::Pulled { next: 5, head: 5 },
        }),
        ("two servers behind one address", |effect| match effect {
            Effect::StartOver { .. } => Event::StartedOver,
            _ => Event::Forgot { epoch: Uuid::from_u128(7) },
        }),
        ("there is always something missing", |effect| match effect {
            Effect::Push { .. } => Event::Rewound,
            Effect::Wait { .. } => Event::Failed(Failure::Offline),
            _ => Event::Pulled { next: 5, head: 5 },
        }),
        ("another device writes in its name", |effect| match effect {
            Effect::Push { .. } => Event::Overtaken,
            Effect::Wait { .. } => Event::Failed(Failure::Offline),
            _ => Event::Pulled { next: 5, head: 5 },
        }),
    ]
}

#[test]
fn a_server_that_goes_on_failing_gets_ten_requests_in_ten_seconds_at_most() {
    for (fault, answer) in faults() {
        for (seed, saves) in [None, Some(1), Some(300), Some(2_500)].into_iter().enumerate() {
            for waiting in [false, true] {
                let mut life = Life { waiting, saves, ..Life::new(seed as u64) };
                life.lives(HOUR, answer);
                let busiest = life.busiest();
                assert!(busiest <= 10, "{fault}, saves {saves:?}: {busiest} requests in 10 s");
            }
        }
    }
}

#[test]
fn a_device_that_nobody_touches_asks_a_failing_server_less_and_less() {
    for (fault, answer) in faults() {
        let mut life = Life { waiting: true, ..Life::new(3) };
        life.lives(HOUR, answer);
        let early = life.sent.iter().filter(|it| **it < HOUR + 60 * SECOND).count();
        assert!(
            life.sent.len() < 500,
            "{fault}: {} requests in an hour, {early} at first",
            life.sent.len()
        );
    }
}

#[test]
fn what_comes_damaged_is_asked_for_twice_more_before_anybody_is_told() {
    let mut life = Life::new(1);
    life.step(Event::Wanted);
    life.step(Event::NothingToPush);
    for _ in 0..2 {
        let again = life.step(Event::Failed(Failure::Damaged));
        assert!(
            matches!(again, Some(Effect::Retry { millis }) if millis >= 2 * SECOND),
            "{again:?}"
        );
        assert_eq!(life.step(Event::Rested), Some(Effect::Pull { after: 5, limit: 1_000 }));
    }
    let told = life.step(Event::Failed(Failure::Damaged));
    assert!(matches!(told, Some(Effect::Rest { .. })), "{told:?}");
    // Once the fault is gone, sync continues, and the next failure counts as the first.
    life.step(Event::Rested);
    life.step(Event::NothingToPush);
    life.step(Event::Pulled { next: 6, head: 6 });
    life.step(Event::News { head: 7 });
    let again = life.step(Event::Failed(Failure::Damaged));
    assert!(matches!(again, Some(Effect::Retry { .. })), "{again:?}");
}

#[test]
fn while_something_at_the_server_is_damaged_what_is_saved_is_sent_all_the_same() {
    let mut life = Life { waiting: true, saves: Some(2_500), ..Life::new(1) };
    let mut pushed = 0;
    life.lives(600 * SECOND, |effect| match effect {
        Effect::Push { .. } => {
            pushed += 1;
            Event::Pushed { more: false }
        }
        _ => Event::Failed(Failure::Damaged),
    });
    assert!(pushed > 100, "{pushed}");
}

#[test]
fn a_device_begins_anew_with_a_server_at_most_once_a_minute_and_then_more_seldom() {
    let (mut life, mut begun) = (Life::new(1), Vec::new());
    life.waiting = true;
    life.lives(24 * HOUR, |effect| match effect {
        Effect::StartOver { .. } => {
            begun.push(());
            Event::StartedOver
        }
        _ => Event::Forgot { epoch: Uuid::from_u128(7) },
    });
    assert!((5..40).contains(&begun.len()), "{} times in a day", begun.len());
}

#[test]
fn a_server_that_is_put_back_now_and_then_is_believed_each_time() {
    let mut life = Life::new(1);
    for _ in 0..10 {
        life.now += 3 * HOUR;
        life.step(Event::Wanted);
        let epoch = Uuid::from_u128(7);
        assert_eq!(life.step(Event::Forgot { epoch }), Some(Effect::StartOver { epoch }));
        life.step(Event::StartedOver);
        life.step(Event::NothingToPush);
        life.step(Event::Pulled { next: 5, head: 5 });
    }
}

#[test]
fn a_try_by_hand_ends_within_a_minute_of_pauses_whatever_fails() {
    for (fault, answer) in faults() {
        let mut life = Life { waiting: true, ..Life::new(2) };
        let (begun, mut event) = (life.now, Event::Wanted);
        let mut answer = answer;
        loop {
            event = match life.step(event) {
                Some(Effect::Rest { .. } | Effect::Hold { .. } | Effect::Wait { .. }) => break,
                Some(Effect::Retry { millis }) => {
                    life.now += millis;
                    Event::Rested
                }
                Some(effect) => life.asks(effect, &mut answer),
                None => panic!("it has nothing more to do"),
            };
        }
        assert!(life.now - begun < 60 * SECOND, "{fault}: {} ms", life.now - begun);
    }
}
