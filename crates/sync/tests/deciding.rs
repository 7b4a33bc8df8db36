//! When the engine pushes, pulls, waits and pauses.
#![allow(clippy::unnecessary_wraps, reason = "effects are compared with what a step answers")]

use rand_core::TryRng;
use sync::{Effect, Engine, Event, Failure};

/// Always the same number, so that pauses are predictable.
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

/// The effects of events that happen one minute apart.
fn effects(engine: &mut Engine, events: &[Event]) -> Vec<Option<Effect>> {
    let minutes = (1..).map(|it| it * 60_000);
    events
        .iter()
        .zip(minutes)
        .map(|(it, now)| engine.step(*it, now, &mut Fixed(u64::MAX)))
        .collect()
}

/// The effect of an event at a given time, with a given random number.
fn at(engine: &mut Engine, now: u64, event: Event, random: u64) -> Option<Effect> {
    engine.step(event, now, &mut Fixed(random))
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
fn a_save_ends_a_pause_but_not_at_once_after_the_last_attempt() {
    let mut engine = Engine::new(0);
    at(&mut engine, 0, Event::Wanted, 0);
    at(&mut engine, 50, Event::Failed(Failure::Offline), 0);
    assert_eq!(at(&mut engine, 100, Event::Wanted, 0), Some(Effect::Hold { millis: 2_500 }));
    assert_eq!(at(&mut engine, 2_600, Event::Rested, 0), PUSH);
    at(&mut engine, 2_700, Event::Failed(Failure::Offline), 0);
    assert_eq!(at(&mut engine, 9_000, Event::Wanted, 0), PUSH);
}

#[test]
fn pauses_grow_with_every_failure_but_never_beyond_a_minute() {
    let mut engine = Engine::new(0);
    effects(&mut engine, &[Event::Wanted]);
    for _ in 0..100 {
        let effect = at(&mut engine, 0, Event::Failed(Failure::Offline), u64::MAX);
        let Some(Effect::Rest { millis }) = effect else { panic!("{effect:?}") };
        assert!((2_000..60_000).contains(&millis));
        assert_eq!(effects(&mut engine, &[Event::Rested]), [PUSH]);
    }
}

#[test]
fn when_somebody_asks_the_next_failure_counts_as_the_first() {
    let mut engine = Engine::new(0);
    effects(&mut engine, &[Event::Wanted]);
    for _ in 0..10 {
        effects(&mut engine, &[Event::Failed(Failure::Offline), Event::Rested]);
    }
    engine.forget_failures();
    let effect = at(&mut engine, 0, Event::Failed(Failure::Offline), u64::MAX);
    let Some(Effect::Rest { millis }) = effect else { panic!("{effect:?}") };
    assert!(millis < 6_000, "{millis}");
}

#[test]
fn a_page_that_is_too_large_shrinks_and_grows_again_little_by_little() {
    let mut engine = Engine::new(0);
    effects(&mut engine, &[Event::Wanted, Event::Failed(Failure::TooLarge)]);
    assert_eq!(effects(&mut engine, &[Event::Rested]), [Some(Effect::Push { limit: 125 })]);
    let mut limits = Vec::new();
    while limits.last() != Some(&1_000) {
        match effects(&mut engine, &[Event::Pushed { more: true }])[..] {
            [Some(Effect::Push { limit })] => limits.push(limit),
            ref other => panic!("{other:?}"),
        }
    }
    assert_eq!(limits, [156, 195, 243, 303, 378, 472, 590, 737, 921, 1_000]);
}

#[test]
fn what_is_too_large_to_send_makes_no_page_that_is_fetched_smaller() {
    let mut engine = Engine::new(0);
    let too_large = [Event::Wanted, Event::Failed(Failure::TooLarge), Event::Rested];
    effects(&mut engine, &too_large);
    assert_eq!(effects(&mut engine, &[Event::Pushed { more: false }]), [pull(0)]);
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

#[test]
fn a_save_while_it_waits_for_news_gathers_those_that_follow_it_closely() {
    let mut engine = waiting();
    assert_eq!(effects(&mut engine, &[Event::Wanted]), [Some(Effect::Hold { millis: 100 })]);
    assert_eq!(effects(&mut engine, &[Event::Rested]), [PUSH]);
}

#[test]
fn a_save_just_as_news_arrive_is_sent_before_they_are_fetched() {
    let mut engine = waiting();
    engine.owe();
    let events = [Event::News { head: 6 }, Event::Pushed { more: false }];
    assert_eq!(effects(&mut engine, &events), [PUSH, pull(5)]);
}

#[test]
fn a_save_during_a_long_first_fetch_is_sent_between_two_pages() {
    let mut engine = Engine::new(0);
    effects(&mut engine, &[Event::Wanted, Event::Pushed { more: false }]);
    engine.owe();
    let events = [Event::Pulled { next: 1_000, head: 9_000 }, Event::Pushed { more: false }];
    assert_eq!(effects(&mut engine, &events), [PUSH, pull(1_000)]);
}

#[test]
fn a_server_that_is_busy_is_left_alone_whatever_is_saved() {
    let mut engine = Engine::new(0);
    effects(&mut engine, &[Event::Wanted]);
    let effect = at(&mut engine, 0, Event::Failed(Failure::Busy(7_000)), 0);
    assert_eq!(effect, Some(Effect::Hold { millis: 7_000 }));
}

#[test]
fn a_push_that_is_refused_for_good_does_not_keep_from_fetching() {
    let mut engine = Engine::new(0);
    let refused = [Event::Wanted, Event::Failed(Failure::Refused)];
    assert_eq!(effects(&mut engine, &refused), [PUSH, pull(0)]);
    let effect = at(&mut engine, 0, Event::Pulled { next: 5, head: 5 }, 0);
    assert_eq!(effect, Some(Effect::Rest { millis: 30_000 }));
}

#[test]
fn a_page_shrinks_down_to_one_change_before_its_push_is_given_up_for_the_time_being() {
    let mut engine = Engine::new(0);
    effects(&mut engine, &[Event::Wanted]);
    for limit in [125, 15, 1] {
        let smaller = effects(&mut engine, &[Event::Failed(Failure::TooLarge)]);
        assert!(matches!(smaller[..], [Some(Effect::Retry { .. })]), "{smaller:?}");
        assert_eq!(effects(&mut engine, &[Event::Rested]), [Some(Effect::Push { limit })]);
    }
    let given_up = effects(&mut engine, &[Event::Failed(Failure::TooLarge)]);
    assert_eq!(given_up, [pull(0)]);
}

#[test]
fn a_device_whose_name_another_writes_under_looks_once_and_then_pushes_again() {
    let mut engine = Engine::new(3);
    let events =
        [Event::Wanted, Event::Overtaken, Event::Pulled { next: 5, head: 5 }, Event::Overtaken];
    assert_eq!(effects(&mut engine, &events), [PUSH, pull(3), PUSH, pull(5)]);
    // Nothing came that would explain it.
    let events = [Event::Pulled { next: 5, head: 5 }, Event::Overtaken];
    assert_eq!(effects(&mut engine, &events), [PUSH, pull(5)]);
    let effect = at(&mut engine, 0, Event::Pulled { next: 5, head: 5 }, 0);
    assert!(matches!(effect, Some(Effect::Rest { .. })), "{effect:?}");
}

/// An engine that has everything up to position 5.
fn waiting() -> Engine {
    let mut engine = Engine::new(5);
    let events = [Event::Wanted, Event::Pushed { more: false }, Event::Pulled { next: 5, head: 5 }];
    assert_eq!(effects(&mut engine, &events), [PUSH, pull(5), wait(5)]);
    engine
}

#[test]
fn a_new_device_fetches_a_snapshot_part_by_part_and_then_what_came_after_it() {
    let part = |more| Event::Fetched { cursor: if more { 0 } else { 5_000 }, more };
    let events = [
        Event::Wanted,
        Event::Pushed { more: false },
        part(true),
        part(false),
        Event::Pulled { next: 5_200, head: 5_200 },
    ];
    let expected = [PUSH, Some(Effect::Fetch), Some(Effect::Fetch), pull(5_000), wait(5_200)];
    assert_eq!(effects(&mut Engine::fresh(), &events), expected);
}

#[test]
fn without_a_snapshot_or_with_one_that_is_no_good_everything_comes_change_by_change() {
    let no_good = [Failure::Refused, Failure::TooLarge].map(Event::Failed);
    for event in [Event::NoSnapshot].into_iter().chain(no_good) {
        let events = [Event::Wanted, Event::Pushed { more: false }, event];
        let expected = [PUSH, Some(Effect::Fetch), pull(0)];
        assert_eq!(effects(&mut Engine::fresh(), &events), expected, "{event:?}");
    }
}

#[test]
fn a_snapshot_cut_off_by_the_network_goes_on_where_it_was() {
    let events = [
        Event::Wanted,
        Event::Pushed { more: false },
        Event::Fetched { cursor: 0, more: true },
        Event::Failed(Failure::Offline),
        Event::Rested,
        Event::Pushed { more: false },
    ];
    let answers = effects(&mut Engine::fresh(), &events);
    assert!(matches!(answers[3], Some(Effect::Rest { .. })), "{answers:?}");
    assert_eq!(answers[5], Some(Effect::Fetch));
}

#[test]
fn a_save_while_a_snapshot_comes_is_sent_before_the_next_part() {
    let part = Event::Fetched { cursor: 0, more: true };
    let events = [Event::Wanted, Event::Pushed { more: false }, Event::Wanted, part];
    assert_eq!(effects(&mut Engine::fresh(), &events), [PUSH, Some(Effect::Fetch), None, PUSH]);
}
