//! A handover on paper: what residents are told, their summaries, and the whole.

use domain::choice::Owner;
use domain::handing_over::ItemStatus;
use domain::kinds::Consent;
use domain::paper::Paper;
use domain::{Fault, Id, calls};
use serde_json::json;
use tests::handover::{
    answers, by_phone, closes, follow_up, keeps, member, opens_for, places, plan, resident, sets,
    signs, summarises, yes_by_phone,
};
use tests::paper::pages;
use tests::site::status;
use tests::{Device, World};

/// The languages that residents read, Norwegian first.
const LANGUAGES: [&str; 8] = texts::residents::LANGUAGES;

/// An open handover of the building, with a phone number to call about money; and who answers it.
async fn handover(device: &Device) -> (Id, Id) {
    let nav = json!({ "name": "Nav Bjerke", "kind": "nav", "phone": "55 55 33 33" });
    let nav = device.saves("partner", nav).await.entry.id;
    let (owner, partner) = (Owner::Nav, Some(nav));
    let topic = "economy".to_owned();
    device.run(calls::OwnTopic { topic, owner, partner, no_partner: false }).await.unwrap();
    (opens_for(device, json!({ "scope": "building", "last_day": "2024-03-22" })).await, nav)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_has_one_page_in_each_language_and_says_when_and_whom_to_call() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = resident(&aisha, "Oksana Kovalenko").await;
    let (id, _) = handover(&aisha).await;
    let site = status(&aisha).await.site.unwrap().name;
    for tag in LANGUAGES {
        let language = Some(tag.to_owned());
        let printed = pages(&aisha, Paper::Notice { id, resident: oksana, language }).await;
        let [page] = &printed[..] else { panic!("{tag}: {printed:?}") };
        assert!(
            page.contains("Fredag 22. mars er den siste dagen vi jobber her."),
            "{tag}: {page}"
        );
        assert!(page.contains("Ring Nav Bjerke, 55 55 33 33."), "{tag}: {page}");
        // A resident may show it to others: neither the whole name nor where they live is on it.
        assert!(!page.contains("Kovalenko") && !page.contains(&site), "{tag}: {page}");
    }
    let unknown = Paper::Notice { id, resident: oksana, language: Some("xx".into()) };
    assert!(matches!(paper::print(&aisha, &unknown, "nb").await, Err(Fault::BadCall { .. })));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_summary_is_a_draft_on_paper_until_a_lead_signs_it_and_says_how_long_it_holds() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = resident(&aisha, "Oksana Kovalenko").await;
    let (id, _) = handover(&aisha).await;
    let summary = summarises(&aisha, id, oksana, json!({})).await;
    let paper = Paper::Summary { id, resident: oksana };
    let printed = pages(&aisha, paper.clone()).await;
    assert_eq!(printed.len(), 1, "{printed:?}");
    assert!(printed[0].contains("Utkast – ikke signert"), "{printed:?}");
    assert!(
        printed[0].contains("Slik var det 14. mars 2024. Gjelder til og med 28. mars 2024."),
        "{printed:?}"
    );
    assert!(printed[0].contains("Hvis hun ikke åpner, så ring søsteren."), "{printed:?}");

    signs(&aisha, summary).await.unwrap();
    let printed = pages(&aisha, paper).await;
    assert!(printed[0].contains("Signert av Aisha"), "{printed:?}");
    assert!(!printed[0].contains("Utkast"), "{printed:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_longest_summary_fits_two_pages() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = resident(&aisha, "Oksana Kovalenko").await;
    let (id, _) = handover(&aisha).await;
    let long = "Ringer helst om formiddagen, og vil ha med seg en som tolker. ".repeat(14);
    let all = json!({ "who": long, "open": long, "if_then": long, "wishes": long });
    summarises(&aisha, id, oksana, all).await;
    assert!(pages(&aisha, Paper::Summary { id, resident: oksana }).await.len() <= 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_only_the_paper_can_say_what_is_open_about_a_resident_and_who_has_it() {
    let world = World::new().await;
    let aisha = world.founder("Aisha Noor").await;
    let (oksana, yusuf) =
        (resident(&aisha, "Oksana Kovalenko").await, resident(&aisha, "Yusuf Ali").await);
    let me = member(&aisha).await;
    sets(&aisha, "member", me, json!({ "name": "Aisha Noor", "phone": "99 88 77 66" }))
        .await
        .unwrap();
    let taken = follow_up(&aisha, "Bostøtten", &[oksana]).await;
    let declined = follow_up(&aisha, "Legetimen", &[oksana]).await;
    let kept = follow_up(&aisha, "Naboklagen", &[oksana]).await;
    follow_up(&aisha, "Bankkortet", &[yusuf]).await;
    let house = follow_up(&aisha, "Nøkler til boden", &[]).await;
    let (id, nav) = handover(&aisha).await;
    places(&aisha, id, &[taken, declined, house], nav).await;
    keeps(&aisha, id, vec![kept], "Gården svarer ikke").await;
    answers(&aisha, id, taken, yes_by_phone("Vi søker på nytt")).await.unwrap();
    let no = json!({ "status": ItemStatus::Declined, "reason": "Ikke vårt kontor" });
    answers(&aisha, id, declined, by_phone(no)).await.unwrap();

    let printed = pages(&aisha, Paper::Handover { id, receiver: None }).await;
    let page_of = |name: &str| {
        let own = printed.iter().find(|it| it.starts_with(name));
        own.unwrap_or_else(|| panic!("no page of {name}: {printed:?}")).as_str()
    };
    let oksanas = page_of("Oksana Kovalenko");
    for told in [
        "Bostøtten",
        "Nav Bjerke har tatt imot saken",
        "Mottakerens egne ord: Vi søker på nytt",
        "Legetimen",
        "Nav Bjerke sa nei: Ikke vårt kontor",
        "Er fortsatt hos Aisha",
        "Sist hørt fra Ingrid Moe: 14. mars 2024",
        "Naboklagen",
        "Blir hos Aisha Noor, som ser på saken igjen 2. april 2024",
        "Hvorfor: Gården svarer ikke",
        "Samtykke: Trengs ikke · Gjelder bygget",
        "Ikke fått beskjed",
        "Uten oppsummering",
    ] {
        assert!(oksanas.contains(told), "{told:?} is not in {oksanas}");
    }
    assert!(!oksanas.contains("Bankkortet") && !oksanas.contains("Nøkler"), "{oksanas}");
    assert!(
        page_of("Yusuf Ali")
            .contains("Bankkortet Oppfølging Skrevet av Aisha Noor, 14. mars 2024 Ingen mottaker ennå Er fortsatt hos Aisha Noor"),
        "{printed:?}"
    );
    let rest = page_of("Andre saker");
    assert!(!rest.contains("Oksana") && !rest.contains("Yusuf"), "{rest}");
    assert!(
        rest.contains("Nøkler til boden")
            && rest.contains("Tilbudt Nav Bjerke, som ikke har sagt ja eller nei ennå"),
        "{rest}"
    );
    for told in
        ["22. mars 2024", "Bemanningen slutter", "Nav Bjerke 55 55 33 33", "Aisha Noor 99 88 77 66"]
    {
        assert!(printed[0].contains(told), "{told:?} is not in {printed:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_resident_of_a_closed_handover_has_a_page_also_if_no_notice_or_summary_was_made() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let (oksana, yusuf) =
        (resident(&aisha, "Oksana Kovalenko").await, resident(&aisha, "Yusuf Ali").await);
    let matter = follow_up(&aisha, "Bostøtten", &[oksana]).await;
    let (id, nav) = handover(&aisha).await;
    places(&aisha, id, &[matter], nav).await;
    answers(&aisha, id, matter, yes_by_phone("Vi søker på nytt")).await.unwrap();
    keeps(&aisha, id, vec![oksana, yusuf], "Vi når dem ikke").await;
    closes(&aisha, id).await.unwrap();
    let residents = plan(&aisha, id).await.residents;
    assert_eq!(residents.iter().map(|it| it.id).collect::<Vec<_>>(), [oksana, yusuf]);
    let printed = pages(&aisha, Paper::Handover { id, receiver: None }).await;
    for name in ["Oksana Kovalenko", "Yusuf Ali"] {
        assert!(printed.iter().any(|it| it.starts_with(name)), "{name}: {printed:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn paper_says_who_went_on_without_a_residents_consent_when_and_why() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = resident(&aisha, "Oksana Kovalenko").await;
    let matter = follow_up(&aisha, "Bostøtten", &[oksana]).await;
    let (id, receiver) = handover(&aisha).await;
    let fields = json!({ "consent": Consent::Overridden, "consent_why": "Fare for liv" });
    let fields = fields.as_object().unwrap().clone();
    let place = calls::PlaceMatters { handover: id, matters: vec![matter], receiver, fields };
    aisha.run(place).await.unwrap();
    let printed = pages(&aisha, Paper::Handover { id, receiver: None }).await.concat();
    for told in ["Fare for liv", "Uten samtykke etter avgjørelse av Aisha, 14. mars 2024"] {
        assert!(printed.contains(told), "{told:?} is not in {printed}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_page_says_what_presses_who_has_how_much_and_who_was_not_told() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let (oksana, yusuf) =
        (resident(&aisha, "Oksana Kovalenko").await, resident(&aisha, "Yusuf Ali").await);
    let late = follow_up(&aisha, "Ring klinikken", &[oksana]).await;
    sets(&aisha, "follow-up", late, json!({ "due": "2024-03-11" })).await.unwrap();
    let doctor =
        json!({ "residents": [oksana], "purpose": "Øyelege", "at": "2024-03-26T10:00:00Z" });
    let doctor = aisha.saves("appointment", doctor).await.entry.id;
    let met = json!({ "at": "2024-03-14T09:50:00Z", "residents": [yusuf], "topics": ["nav"] });
    aisha.saves("visit", met).await;
    let (id, nav) = handover(&aisha).await;
    places(&aisha, id, &[late, doctor], nav).await;
    let residents = plan(&aisha, id).await.residents;
    let notice = residents.iter().find(|it| it.id == yusuf).unwrap().notice;
    let me = tests::handover::member(&aisha).await;
    let told = json!({ "handover": id, "resident": yusuf, "told_at": "2024-03-14T11:00:00Z", "told_by": me,
        "language": "so", "said_back": "Dere slutter i mars" });
    sets(&aisha, "notice", notice, told).await.unwrap();
    aisha.run(calls::NotHome { handover: id, resident: oksana }).await.unwrap();

    let printed = pages(&aisha, Paper::Handover { id, receiver: None }).await;
    for told in [
        "Ikke fått beskjed: Oksana Kovalenko",
        "Nav Bjerke 2",
        "Ingen mottaker ennå 1",
        "Det som haster",
        "11. mars 2024 (gått ut) Ring klinikken Oksana Kovalenko Nav Bjerke",
        "Aisha Telefonnummer mangler",
    ] {
        assert!(printed[0].contains(told), "{told:?} is not in {printed:?}");
    }
    let oksanas = printed.iter().find(|it| it.starts_with("Oksana Kovalenko")).unwrap();
    for told in ["Ikke hjemme 1 gang", "Øyelege", "Tirsdag 26. mars kl. 11.00"] {
        assert!(oksanas.contains(told), "{told:?} is not in {oksanas}");
    }
    let nothing_open = printed.last().unwrap();
    assert!(nothing_open.starts_with("Ingenting står åpent"), "{printed:?}");
    let told = "Har fått beskjed av Aisha, 14. mars 2024 · Af-Soomaali";
    assert!(nothing_open.contains("Yusuf Ali") && nothing_open.contains(told), "{nothing_open}");
    assert!(nothing_open.contains("Dere slutter i mars"), "{nothing_open}");
}
