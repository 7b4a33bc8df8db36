//! When the engine pushes, pulls, waits and pauses.
#![allow(clippy::unnecessary_wraps, reason = "effects are compared with what a step answers")]

use rand_core::TryRng;
use sync::{Effect, Engine, Event, Failure};

/// Always the same number, so that a pause is known.
struct Fixed(u64);

impl TryRng for Fixed {
    type Error = std::convert::Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        Ok(0)
    }

    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        Ok(self.0)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        bytes.fill(0);
        Ok(())
    }
}

/// The effects that events lead to, one after the other.
fn effects(engine: &mut Engine, events: &[Event]) -> Vec<Option<Effect>> {
    events.iter().map(|it| engine.step(*it, &mut Fixed(u64::MAX))).collect()
}

const PUSH: Option<Effect> = Some(Effect::Push { limit: 1_000 });

fn pull(after: u64) -> Option<Effect> {
    Some(Effect::Pull { after, limit: 1_000 })
}

fn wait(after: u64) -> Option<Effect> {
    Some(Effect::Wait { after })
}

#[test]
fn ours_is_sent_before_theirs_is_fetched_and_then_it_waits() {
    let events = [
        Event::Wanted,
        Event::Pushed { more: true },
        Event::Pushed { more: false },
        Event::Pulled { next: 1_000, head: 1_200 },
        Event::Pulled { next: 1_200, head: 1_200 },
        Event::News { head: 1_201 },
        Event::Pulled { next: 1_201, head: 1_201 },
    ];
    let expected = [PUSH, PUSH, pull(0), pull(1_000), wait(1_200), pull(1_200), wait(1_201)];
    assert_eq!(effects(&mut Engine::new(0), &events), expected);
}

#[test]
fn a_save_while_a_page_is_fetched_is_sent_right_after_it() {
    let events = [
        Event::Wanted,
        Event::Pushed { more: false },
        Event::Wanted,
        Event::Pulled { next: 5, head: 5 },
    ];
    assert_eq!(effects(&mut Engine::new(0), &events), [PUSH, pull(0), None, PUSH]);
}

#[test]
fn a_save_ends_a_pause() {
    let mut engine = Engine::new(0);
    effects(&mut engine, &[Event::Wanted, Event::Failed(Failure::Offline)]);
    assert_eq!(effects(&mut engine, &[Event::Wanted]), [PUSH]);
}

#[test]
fn pauses_grow_with_every_failure_but_never_beyond_a_minute() {
    let mut engine = Engine::new(0);
    effects(&mut engine, &[Event::Wanted]);
    for _ in 0..100 {
        let effect = engine.step(Event::Failed(Failure::Offline), &mut Fixed(59_999));
        let Some(Effect::Rest { millis }) = effect else { panic!("{effect:?}") };
        assert!(millis < 60_000);
        assert_eq!(effects(&mut engine, &[Event::Rested]), [PUSH]);
    }
}

#[test]
fn a_page_that_is_too_large_halves_and_grows_again() {
    let mut engine = Engine::new(0);
    effects(&mut engine, &[Event::Wanted, Event::Failed(Failure::TooLarge)]);
    assert_eq!(effects(&mut engine, &[Event::Rested]), [Some(Effect::Push { limit: 500 })]);
    assert_eq!(effects(&mut engine, &[Event::Pushed { more: true }]), [PUSH]);
}

#[test]
fn a_server_that_says_there_is_more_but_sends_nothing_is_not_asked_for_ever() {
    let events = [Event::Wanted, Event::Pushed { more: false }, Event::Pulled { next: 0, head: 9 }];
    assert_eq!(effects(&mut Engine::new(0), &events), [PUSH, pull(0), wait(0)]);
}

#[test]
fn a_server_that_has_forgotten_is_told_everything_again_from_the_start() {
    let events = [
        Event::Wanted,
        Event::Pushed { more: false },
        Event::StartedOver,
        Event::Pushed { more: false },
    ];
    assert_eq!(effects(&mut Engine::new(77), &events), [PUSH, pull(77), PUSH, pull(0)]);
}
