//! One clock: the site's, whatever a device is set to and wherever it is.

use domain::sheet::{Fate, Warning};
use domain::{Fault, Issue, Problem, calls, kind};
use serde_json::json;
use tables::{Format, Way};
use tests::{Device, World};

use crate::importing::{import, read};

/// When the clock shows half past two the first time in the autumn of 2026, and when the second.
const HALF_PAST_TWO: [&str; 2] = ["2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"];

async fn day_at(device: &Device) -> String {
    device.run(calls::GetStatus {}).await.unwrap().today.to_string()
}

async fn csv(device: &Device, name: &str) -> String {
    let page = device.run(calls::Export { kind: name.into() }).await.unwrap();
    let zone = &device.run(calls::GetClock {}).await.unwrap().zone;
    let way = Way { format: Format::Csv, locale: "nb", zone };
    String::from_utf8(tables::write(kind(name).unwrap(), &page, &way).unwrap()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_lives_by_the_clock_of_oslo_until_somebody_says_otherwise() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    for device in [&aisha, &bjorn] {
        device.is_at("2026-07-01T22:30:00Z");
        assert_eq!(day_at(device).await, "2026-07-02");
    }
    aisha.run(calls::SetZone { zone: "Pacific/Honolulu".into() }).await.unwrap();
    for device in [&aisha, &bjorn] {
        device.syncs().await;
        device.is_at("2026-07-02T09:30:00Z");
        assert_eq!(day_at(device).await, "2026-07-01");
        assert_eq!(device.run(calls::GetToday {}).await.unwrap().date.to_string(), "2026-07-01");
    }
    assert_eq!(bjorn.run(calls::GetClock {}).await.unwrap().zone.name, "Pacific/Honolulu");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_zone_that_nobody_knows_is_refused() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let refused = aisha.run(calls::SetZone { zone: "Mars/Olympus".into() }).await;
    let issues = vec![Issue::new("zone", Problem::UnknownChoice)];
    assert_eq!(refused, Err(Fault::Invalid { issues }));
}

#[tokio::test(flavor = "multi_thread")]
async fn weeks_and_what_a_report_counts_are_the_sites() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let midnight = json!({ "at": "2026-06-30T22:30:00Z", "topics": ["nav"] });
    aisha.saves("visit", midnight).await;
    let july = || calls::GetReport {
        from: "2026-07-01".parse().unwrap(),
        to: "2026-07-31".parse().unwrap(),
    };
    assert_eq!(aisha.run(july()).await.unwrap().visits, 1);
    aisha.run(calls::SetZone { zone: "UTC".into() }).await.unwrap();
    assert_eq!(aisha.run(july()).await.unwrap().visits, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn both_half_past_twos_of_the_autumn_night_leave_in_a_file_and_come_in_again() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    for at in HALF_PAST_TWO {
        let noise = json!({ "at": at, "type": "noise", "seriousness": "minor", "what": at });
        aisha.saves("incident", noise).await;
    }
    let file = csv(&aisha, "incident").await;
    assert!(file.contains("2026-10-25 02:30+02:00") && file.contains("2026-10-25 02:30+01:00"));
    let other = world.founder("Bjørn").await;
    assert_eq!(import(&other, "incident", &file).await.count(Fate::Added), 2);
    let page = other.run(calls::Export { kind: "incident".into() }).await.unwrap();
    for entry in page.entries {
        assert_eq!(entry.fields["at"], entry.fields["what"]);
    }
}

#[test]
fn a_file_that_does_not_say_which_half_past_two_it_means_is_told_which_was_taken() {
    let sheet = read("visit", "Når;Om hva\n25.10.2026 02.30;Nav\n25.10.2026 03.30;Nav").unwrap();
    assert_eq!(sheet.rows[0].line.fields["at"], HALF_PAST_TWO[0]);
    assert_eq!(sheet.rows[0].warnings, [Warning::HourTwice]);
    assert!(sheet.rows[1].warnings.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_that_the_clock_skips_in_spring_is_refused_and_the_file_says_why() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let imported = import(&aisha, "visit", "Når;Om hva\n29.03.2026 02.30;Nav").await;
    assert_eq!(imported.rows[0].issues, [Issue::new("at", Problem::SkippedHour)]);
    assert_eq!(imported.count(Fate::Refused), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_may_name_a_moment_by_any_clock_and_it_is_kept_by_one() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    for (at, kept) in [
        ("2026-10-25T02:30:00+02:00", HALF_PAST_TWO[0]),
        ("2026-10-25T02:30:00+01:00", HALF_PAST_TWO[1]),
    ] {
        let visit = json!({ "at": at, "topics": ["nav"] });
        assert_eq!(aisha.saves("visit", visit).await.entry.fields["at"], kept);
    }
}
