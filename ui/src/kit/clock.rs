//! The site's clock, as the core tells it. The device's own zone is only compared with it.

use std::cell::{Cell, RefCell};

use chrono::{DateTime, TimeDelta, Utc};
use domain::Zone;
use domain::views::SiteClock;
use js_sys::Date;

/// Two zones can agree now and differ in the other half of the year.
const HALF_A_YEAR: TimeDelta = TimeDelta::days(182);

thread_local! {
    /// The milliseconds by which the core's time is ahead of the browser's.
    static AHEAD: Cell<i64> = const { Cell::new(0) };
    static CLOCK: RefCell<SiteClock> = RefCell::default();
}

/// Takes the clock from the core.
pub fn take(clock: SiteClock) {
    set(clock.now);
    CLOCK.set(clock);
}

/// Takes the time from the core.
pub fn set(now: DateTime<Utc>) {
    AHEAD.set(now.timestamp_millis() - here());
}

/// The time now.
pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(here() + AHEAD.get()).unwrap_or_default()
}

/// Calls `work` with the site's zone.
pub fn with_zone<T>(work: impl FnOnce(&Zone) -> T) -> T {
    CLOCK.with_borrow(|it| work(&it.zone))
}

/// The names of all zones that the site could use.
pub fn zones() -> Vec<String> {
    CLOCK.with_borrow(|it| it.zones.clone())
}

/// The place in the zone's name: `Oslo`.
pub fn place() -> String {
    let last = |zone: &Zone| zone.name.rsplit('/').next().unwrap_or_default().replace('_', " ");
    with_zone(last)
}

/// Whether the device's zone shows another time than the site's, now or in half a year.
pub fn device_differs() -> bool {
    [now(), now() + HALF_A_YEAR].into_iter().any(|at| {
        let site = with_zone(|it| it.offset_at(at.timestamp()));
        // Compared in whole minutes, because a zone's offset may have seconds.
        (millis(at).get_timezone_offset() + f64::from(site) / 60.0).abs() >= 1.0
    })
}

#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds, far below 2^53")]
fn here() -> i64 {
    Date::now() as i64
}

fn millis(at: DateTime<Utc>) -> Date {
    #[expect(clippy::cast_precision_loss, reason = "milliseconds stay far below 2^53")]
    let millis = at.timestamp_millis() as f64;
    Date::new(&millis.into())
}
