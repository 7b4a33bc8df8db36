//! The time zones for a site, from the IANA database.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use chrono::{DateTime, NaiveDate, NaiveTime, Offset, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use domain::calls::{self, Answers, SetZone};
use domain::fault::Result;
use domain::kind::Record;
use domain::kinds::SiteSettings;
use domain::views::{Saved, SiteClock};
use domain::zone::Turn;
use domain::{Entry, Fault, Id, Issue, Problem, Zone, read};
use store::{Period, Records, Space};

use crate::App;
use crate::ids;

/// The years whose clock changes are computed.
const YEARS: [i32; 2] = [1970, 2100];
/// The step, in seconds, when looking for clock changes: no clock changes twice in a week.
const WEEK: i64 = 7 * 24 * 60 * 60;

/// The zones that were asked for. Computing one takes a millisecond.
static KNOWN: LazyLock<Mutex<BTreeMap<&'static str, Arc<Zone>>>> = LazyLock::new(Mutex::default);

impl Answers<calls::GetClock> for App {
    async fn answer(&self, _: calls::GetClock) -> Result<SiteClock> {
        self.clock()
    }
}

impl Answers<calls::SetZone> for App {
    async fn answer(&self, call: calls::SetZone) -> Result<Saved> {
        self.set_zone(&call)
    }
}

impl App {
    /// The site's clock.
    pub(crate) fn clock(&self) -> Result<SiteClock> {
        let mut store = self.store();
        let records = store.records()?;
        let zone = of(records)?;
        let zones = TZ_VARIANTS.iter().map(|it| it.name().to_owned()).collect();
        Ok(SiteClock { now: self.0.host.moment(), zone: (*zone).clone(), zones })
    }

    /// Sets the site's zone. The last setting counts.
    pub(crate) fn set_zone(&self, asked: &SetZone) -> Result<Saved> {
        let Some(zone) = named(&asked.zone) else {
            let issues = vec![Issue::new(SiteSettings::ZONE, Problem::UnknownChoice)];
            return Err(Fault::Invalid { issues });
        };
        let settings = SiteSettings { zone: zone.name.clone() };
        self.replace(&Entry::new(id(&self.space()?), &settings))
    }

    /// The calendar day at the site.
    pub(crate) fn today_in(&self, records: Records) -> Result<NaiveDate> {
        Ok(of(records)?.day(self.0.host.moment()))
    }
}

/// The site's zone. A zone that only a newer version knows counts as Oslo.
pub fn of(records: Records) -> Result<Arc<Zone>> {
    let Some(space) = records.space()? else { return Ok(or_oslo("")) };
    let settings = records.get(id(&space))?.filter(|it| !it.merged.deleted);
    let settings: SiteSettings = settings.map(|it| read(&it.merged.body)).unwrap_or_default();
    Ok(or_oslo(&settings.zone))
}

/// The period from the start of one day to the end of another.
pub fn days(zone: &Zone, first: NaiveDate, last: NaiveDate) -> Period {
    Period { from: zone.start_of(first), until: zone.end_of(last) }
}

/// The id of the record of a site's settings.
pub fn id(space: &Space) -> Id {
    ids::made_of(SiteSettings::KIND, space, &[])
}

/// The zone with that name, or Oslo's.
pub fn or_oslo(name: &str) -> Arc<Zone> {
    named(name).or_else(|| named(&Zone::default().name)).unwrap_or_default()
}

fn named(name: &str) -> Option<Arc<Zone>> {
    let zone: Tz = name.parse().ok()?;
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    Some(known.entry(zone.name()).or_insert_with(|| Arc::new(turned(zone))).clone())
}

fn turned(zone: Tz) -> Zone {
    let [first, last] = YEARS
        .map(|year| NaiveDate::from_yo_opt(year, 1).unwrap_or_default().and_time(NaiveTime::MIN));
    let [first, last] = [first, last].map(|it| it.and_utc().timestamp());
    let mut turns = Vec::new();
    let mut at = first;
    while at < last {
        if ahead(zone, at) != ahead(zone, at + WEEK) {
            let at = turn(zone, at, at + WEEK);
            turns.push(Turn { at, offset: ahead(zone, at) });
        }
        at += WEEK;
    }
    Zone { name: zone.name().to_owned(), offset: ahead(zone, first), turns }
}

/// When the clock changes, after `early` and not after `late`.
fn turn(zone: Tz, mut early: i64, mut late: i64) -> i64 {
    let before = ahead(zone, early);
    while late - early > 1 {
        let between = early + (late - early) / 2;
        if ahead(zone, between) == before { early = between } else { late = between }
    }
    late
}

/// The offset from UTC, in seconds.
fn ahead(zone: Tz, seconds: i64) -> i32 {
    let at: DateTime<Utc> = DateTime::from_timestamp(seconds, 0).unwrap_or_default();
    zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::zone::Shown;

    #[test]
    fn a_zone_as_data_shows_what_the_database_says() {
        for zone in TZ_VARIANTS {
            let data = named(zone.name()).unwrap();
            for hours in (0..120 * 365 * 24).step_by(83) {
                let seconds = hours * 3_600;
                assert_eq!(data.offset_at(seconds), ahead(zone, seconds), "{zone} {seconds}");
            }
        }
    }

    #[test]
    fn the_autumn_night_of_oslo_has_two_half_past_twos() {
        let night = "2026-10-25T02:30:00".parse().unwrap();
        assert!(matches!(or_oslo("").shown(night), Shown::Twice(..)));
        assert_eq!(or_oslo("Mars/Olympus").name, "Europe/Oslo");
    }
}
