//! What the team hands out on paper: a slip, a letter, a plan and a report.

use domain::paper::Paper;
use domain::{Fault, Id};
use serde_json::json;
use tests::handover::resident;
use tests::paper::pages;
use tests::{Device, World};

async fn appointment(device: &Device, resident: Id) -> Id {
    let fields = json!({ "residents": [resident], "purpose": "Legetime", "at": "2024-03-15T09:30:00Z",
        "place": "Grorud legesenter", "meet": "Kontoret kl. 10", "escort": "Aisha Noor" });
    device.saves("appointment", fields).await.entry.id
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slip_has_one_page_with_the_residents_language_over_norwegian() {
    let world = World::new().await;
    let aisha = world.founder("Aisha Noor").await;
    let oksana = resident(&aisha, "Oksana Kovalenko").await;
    let id = appointment(&aisha, oksana).await;
    let printed = pages(&aisha, Paper::Slip { id, language: None }).await;
    let [page] = &printed[..] else { panic!("{printed:?}") };
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words:?} in {page}"));
    assert!(at("Прийом у лікаря") < at("Legetime"));
    assert!(page.contains("Oksana") && !page.contains("Kovalenko"), "{page}");
    at("Fredag 15. mars kl. 10.30");
    at("Vi møtes på kontoret kl. 10.00.");
    at("Aisha");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_has_one_page_and_names_a_resident_only_by_initials_unless_it_is_told_to() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = resident(&aisha, "Oksana Kovalenko").await;
    let nav = aisha.saves("partner", json!({ "name": "Nav Bjerke", "kind": "nav" })).await.entry.id;
    let ask = json!({ "to": nav, "about": [oksana], "topic": "economy", "ask": "Vi ber om bostøtte.",
        "status": "sent", "reply_by": "2024-03-28" });
    let id = aisha.saves("referral", ask).await.entry.id;
    let letter = |names| Paper::Letter { id, names, doors: false, contact: "22 33 44 55".into() };
    let printed = pages(&aisha, letter(false)).await;
    let [page] = &printed[..] else { panic!("{printed:?}") };
    for told in ["Nav Bjerke", "O. K.", "Vi ber om bostøtte.", "28. mars", "22 33 44 55", "Aisha"]
    {
        assert!(page.contains(told), "{told:?} is not in {page}");
    }
    assert!(!page.contains("Oksana"), "{page}");
    assert!(pages(&aisha, letter(true)).await[0].contains("Oksana Kovalenko"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_week_plan_for_four_weeks_has_two_pages_and_stands_in_two_languages() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    for (day, title) in [("2024-03-14", "Felleslunsj"), ("2024-03-21", "Tur til Østmarka")] {
        let fields = json!({ "title": title, "day": day, "time": "12:00", "place": "Fellesrommet", "status": "confirmed" });
        aisha.saves("activity", fields).await;
    }
    let whole = Paper::WeekPlan { from: None, weeks: 4, language: Some("ar".into()) };
    let printed = pages(&aisha, whole).await;
    assert!(printed.len() <= 2, "{printed:?}");
    let text = printed.concat();
    assert!(text.contains("12.00 Felleslunsj, Fellesrommet Bekreftet"), "{text}");
    assert!(text.contains("Tur til Østmarka") && text.contains("Torsdag 14.3"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_month_in_figures_names_no_resident_and_no_small_number() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    resident(&aisha, "Oksana Kovalenko").await;
    for _ in 0..3 {
        aisha.logs("Bostøtten").await;
    }
    let printed = pages(&aisha, Paper::Report { month: "2024-03-14".parse().unwrap() }).await;
    let text = printed.join(" ");
    assert!(text.starts_with("Rapport – Mars 2024"), "{text}");
    assert!(text.contains("Samtaler færre enn 5"), "{text}");
    assert!(!text.contains("Oksana"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_is_not_printed() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let (id, resident) = (Id::from_u128(7), Id::from_u128(8));
    for paper in [
        Paper::Slip { id, language: None },
        Paper::Notice { id, resident, language: None },
        Paper::Summary { id, resident },
        Paper::Handover { id, receiver: None },
    ] {
        assert_eq!(paper::print(&aisha, &paper, "nb").await, Err(Fault::NotFound), "{paper:?}");
    }
}
