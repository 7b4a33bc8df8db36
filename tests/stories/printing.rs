//! What the team hands out on paper: a slip, a letter, a plan, a notice, a summary and a whole handover.

use domain::handing_over::ItemStatus;
use domain::kinds::{Consent, HandoverStatus};
use domain::paper::Paper;
use domain::views::Saved;
use domain::{Body, Entry, Fault, Handover, HandoverItem, Id, Record, Summary, calls};
use serde_json::{Value, json};
use tests::paper::pages;
use tests::site::status;
use tests::{Device, World};

/// The languages that residents read, Norwegian first.
const LANGUAGES: [&str; 8] = texts::residents::LANGUAGES;

async fn resident(device: &Device, name: &str) -> Id {
    let fields = json!({ "name": name, "languages": ["uk"], "moved_in": "2024-01-10" });
    device.saves("resident", fields).await.entry.id
}

async fn appointment(device: &Device, resident: Id) -> Id {
    let fields = json!({ "residents": [resident], "purpose": "Legetime", "at": "2024-03-15T09:30:00Z",
        "place": "Grorud legesenter", "meet": "Kontoret kl. 10", "escort": "Aisha Noor" });
    device.saves("appointment", fields).await.entry.id
}

async fn sets(device: &Device, kind: &str, id: Id, fields: Value) -> Result<Saved, Fault> {
    let page = device.run(calls::Get { id }).await.ok();
    let seen = page.and_then(|it| it.entries.into_iter().next()?.seen);
    let fields: Body = fields.as_object().unwrap().clone();
    let entry = Entry { id, kind: kind.into(), fields, seen, ..Entry::default() };
    device.run(calls::Save { entry }).await
}

/// An open handover of the building, with a phone number to call about money.
async fn handover(device: &Device) -> Id {
    let nav = json!({ "name": "Nav Bjerke", "kind": "nav", "phone": "55 55 33 33" });
    let nav = device.saves("partner", nav).await.entry.id;
    let (owner, partner) = (domain::choice::Owner::Nav, Some(nav));
    let topic = "economy".to_owned();
    device.run(calls::OwnTopic { topic, owner, partner, no_partner: false }).await.unwrap();
    let lead = status(device).await.member.unwrap();
    let fields = json!({ "scope": "building", "last_day": "2024-03-22", "lead": lead });
    let id = device.saves("handover", fields).await.entry.id;
    sets(device, Handover::KIND, id, json!({ "status": HandoverStatus::Open })).await.unwrap();
    id
}

/// Saves the summary that the plan gives a resident.
async fn summarises(device: &Device, handover: Id, resident: Id, fields: Value) -> Id {
    let plan = device.run(calls::GetHandover { id: handover }).await.unwrap();
    let id = plan.residents.iter().find(|it| it.id == resident).unwrap().summary;
    let mut all = json!({ "handover": handover, "resident": resident, "state": "watch",
        "who": "Bor alene.", "if_then": "Hvis hun ikke åpner, så ring søsteren.", "as_of": "2024-03-14" });
    all.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    sets(device, Summary::KIND, id, all).await.unwrap();
    id
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
async fn a_notice_has_one_page_in_each_language_and_says_when_and_whom_to_call() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = resident(&aisha, "Oksana Kovalenko").await;
    let id = handover(&aisha).await;
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
    let id = handover(&aisha).await;
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

    let entry = aisha.run(calls::Get { id: summary }).await.unwrap().entries.remove(0);
    let words = domain::read::<Summary>(&entry.fields).words();
    let me = status(&aisha).await.member.unwrap();
    let signed = json!({ "signed_by": me, "signed_words": words });
    sets(&aisha, Summary::KIND, summary, signed).await.unwrap();
    let printed = pages(&aisha, paper).await;
    assert!(printed[0].contains("Signert av Aisha"), "{printed:?}");
    assert!(!printed[0].contains("Utkast"), "{printed:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_longest_summary_fits_two_pages() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = resident(&aisha, "Oksana Kovalenko").await;
    let id = handover(&aisha).await;
    let long = "Ringer helst om formiddagen, og vil ha med seg en som tolker. ".repeat(14);
    let all = json!({ "who": long, "open": long, "if_then": long, "wishes": long });
    summarises(&aisha, id, oksana, all).await;
    assert!(pages(&aisha, Paper::Summary { id, resident: oksana }).await.len() <= 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_only_the_paper_can_say_what_is_open_about_a_resident_and_who_has_it() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let (oksana, yusuf) =
        (resident(&aisha, "Oksana Kovalenko").await, resident(&aisha, "Yusuf Ali").await);
    let open = async |what: &str, about: &[Id]| {
        let fields = json!({ "what": what, "due": "2024-03-20", "about": about });
        aisha.saves("follow-up", fields).await.entry.id
    };
    let [taken, declined, kept, free, house] = [
        open("Bostøtten", &[oksana]).await,
        open("Legetimen", &[oksana]).await,
        open("Naboklagen", &[oksana]).await,
        open("Bankkortet", &[yusuf]).await,
        open("Nøkler til boden", &[]).await,
    ];
    let id = handover(&aisha).await;
    let nav = aisha.run(calls::List { kind: "partner".into(), limit: 5, skip: 0 }).await.unwrap();
    let receiver = nav.entries[0].id;
    let fields = json!({ "consent": Consent::NotNeeded, "consent_why": "Gjelder bygget" });
    let fields = fields.as_object().unwrap().clone();
    let matters = vec![taken, declined, house];
    aisha.run(calls::PlaceMatters { handover: id, matters, receiver, fields }).await.unwrap();
    let review = "2024-04-02".parse().unwrap();
    let reason = "Gården svarer ikke".to_owned();
    aisha
        .run(calls::KeepMatters { handover: id, matters: vec![kept], reason, review })
        .await
        .unwrap();
    let plan = aisha.run(calls::GetHandover { id }).await.unwrap();
    let item = |matter: Id| plan.matters.iter().find(|it| it.id == matter).unwrap().item;
    let by = json!({ "answered_by": "Ingrid Moe", "answered_at": "2024-03-14T11:00:00.000Z" });
    let answers = async |matter: Id, said: Value| {
        let mut all = by.clone();
        all.as_object_mut().unwrap().extend(said.as_object().unwrap().clone());
        sets(&aisha, HandoverItem::KIND, item(matter), all).await.unwrap();
    };
    answers(taken, json!({ "status": ItemStatus::Accepted, "understood": "Vi søker på nytt" }))
        .await;
    answers(declined, json!({ "status": ItemStatus::Declined, "reason": "Ikke vårt kontor" }))
        .await;

    let printed = pages(&aisha, Paper::Handover { id }).await;
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
        "Blir hos Aisha, som ser på saken igjen 2. april 2024",
        "Hvorfor: Gården svarer ikke",
        "Samtykke: Trengs ikke · Gjelder bygget",
        "Ikke fått beskjed",
        "Uten oppsummering",
    ] {
        assert!(oksanas.contains(told), "{told:?} is not in {oksanas}");
    }
    assert!(!oksanas.contains("Bankkortet") && !oksanas.contains("Nøkler"), "{oksanas}");
    let _ = free;
    assert!(
        page_of("Yusuf Ali")
            .contains("Bankkortet Oppfølging Ingen mottaker ennå Er fortsatt hos Aisha"),
        "{printed:?}"
    );
    let rest = page_of("Andre saker");
    assert!(!rest.contains("Oksana") && !rest.contains("Yusuf"), "{rest}");
    assert!(
        rest.contains("Nøkler til boden")
            && rest.contains("Tilbudt Nav Bjerke, som ikke har sagt ja eller nei ennå"),
        "{rest}"
    );
    assert!(
        printed[0].contains("22. mars 2024") && printed[0].contains("Bemanningen slutter"),
        "{printed:?}"
    );
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
        Paper::Handover { id },
    ] {
        assert_eq!(paper::print(&aisha, &paper, "nb").await, Err(Fault::NotFound), "{paper:?}");
    }
}
