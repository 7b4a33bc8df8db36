//! What a depot takes over when a site ends.

use archive::{Archive, Terms, archive};
use serde_json::json;
use sha2::{Digest, Sha256};
use tests::archive::{SCHEMAS, Unpacked};
use tests::handover::{
    follow_up, keeps, opens, partner, places, resident, sets, summarises, tells,
};
use tests::{Device, World};

fn terms() -> Terms {
    let (creator, depot) = ("Bydel Bjerke".into(), "Oslo byarkiv".into());
    Terms { creator, depot, locale: "nb".into() }
}

/// A site with a handover, a deleted note, and words that are no XML.
async fn ended(world: &World) -> Device {
    let device = world.founder("Aisha Noor").await;
    let oksana = resident(&device, "Oksana Kovalenko").await;
    let ali = resident(&device, "Ali <Hassan> & co").await;
    let benefit = follow_up(&device, "Bostøtten", &[oksana, ali]).await;
    sets(&device, "follow-up", benefit, json!({ "due": "2024-03-25" })).await.unwrap();
    let noise = json!({ "type": "noise", "seriousness": "minor", "what": "Bråk \u{1} i \u{7}trappa", "at": "2024-03-13T20:00:00Z" });
    device.saves("incident", noise).await;
    let mistaken = device.logs("Feil person i denne samtalen").await;
    device.deletes(mistaken).await;
    let wrong = resident(&device, "Feil Person").await;
    follow_up(&device, "Nøkkelen", &[wrong]).await;
    device.deletes(wrong).await;
    let nav = partner(&device, "Nav Bjerke").await;
    let handover = opens(&device).await;
    summarises(&device, handover, oksana, json!({})).await;
    places(&device, handover, &[benefit], nav).await;
    tells(&device, handover, oksana).await;
    device
}

async fn archived(device: &Device) -> (Archive, Unpacked) {
    let made = archive(device, &terms(), &mut |_, _| ()).await.unwrap();
    let unpacked = Unpacked::of(&made.tar, &made.info);
    (made, unpacked)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_archive_validates_against_the_official_schemas() {
    let world = World::new().await;
    let device = ended(&world).await;
    let (_, unpacked) = archived(&device).await;
    let said = unpacked.validates();
    println!("The archive: {said}");
    assert_eq!(std::env::var_os(SCHEMAS).is_some(), said.contains("official schemas"));
    let empty = world.new_device("Siri");
    let (site, name) = ("Storgata 1".into(), "Siri".into());
    empty.run(domain::calls::Found { server: world.server(), site, name }).await.unwrap();
    archived(&empty).await.1.validates();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_archive_has_a_folder_for_each_resident_and_what_concerns_them_in_it() {
    let world = World::new().await;
    let (_, unpacked) = archived(&ended(&world).await).await;
    let structure = "content/arkivstruktur.xml";
    let folders = unpacked.found(structure, "//mappe/tittel");
    assert!(folders.contains(&"Oksana Kovalenko".to_owned()), "{folders:?}");
    assert!(folders.contains(&"Ali &lt;Hassan&gt; &amp; co".to_owned()), "{folders:?}");
    let text = unpacked.text(structure);
    assert!(text.contains("Bostøtten") && text.contains("Hva skjedde: Bråk  i trappa"), "{text}");
    assert_eq!(unpacked.found(structure, "//arkivskaperNavn"), ["Bydel Bjerke"]);
    // The other resident's folder is named where the matter stands.
    assert_eq!(unpacked.found(structure, "//kryssreferanse/referanseTilMappe").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_change_is_listed_with_the_value_before_it() {
    let world = World::new().await;
    let (_, unpacked) = archived(&ended(&world).await).await;
    let log = unpacked.text("content/endringslogg.xml");
    let due = log.split("<endring>").filter(|it| it.contains(">follow-up.due<"));
    let due: Vec<&str> = due.collect();
    let [made, moved, ..] = &due[..] else { panic!("{due:?}") };
    assert!(made.contains("<tidligereVerdi> </tidligereVerdi>"), "{made}");
    assert!(made.contains("<nyVerdi>2024-03-20</nyVerdi>"), "{made}");
    assert!(moved.contains("<tidligereVerdi>2024-03-20</tidligereVerdi>"), "{moved}");
    assert!(moved.contains("<nyVerdi>2024-03-25</nyVerdi>"), "{moved}");
    assert!(moved.contains("<endretAv>Aisha Noor</endretAv>"), "{moved}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_deleted_is_listed_as_destroyed_and_its_words_are_nowhere() {
    let world = World::new().await;
    let (made, unpacked) = archived(&ended(&world).await).await;
    for words in ["Feil person", "Feil Person"] {
        let words = words.as_bytes();
        assert!(!made.tar.windows(words.len()).any(|it| it == words));
    }
    let structure = "content/arkivstruktur.xml";
    assert_eq!(unpacked.found(structure, "//kassasjon/kassasjonsvedtak"), ["Kasseres"; 2]);
    assert_eq!(unpacked.found(structure, "//utfoertKassasjon/kassertAv"), ["Aisha Noor"; 2]);
    assert!(unpacked.text("content/endringslogg.xml").contains(">visit.kassert<"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_names_of_its_files_name_no_person_and_every_file_is_listed_with_its_hash() {
    let world = World::new().await;
    let (made, unpacked) = archived(&ended(&world).await).await;
    for path in unpacked.files.keys() {
        assert!(path.is_ascii() && !path.contains(' '), "{path}");
        assert!(!path.contains("Oksana") && !path.contains("Kovalenko"), "{path}");
    }
    let mets = unpacked.text("dias-mets.xml");
    for (path, bytes) in &unpacked.files {
        let hash = base16ct::lower::encode_string(&Sha256::digest(bytes));
        let listed =
            path == "dias-mets.xml" || mets.contains(&hash) && mets.contains(path.as_str());
        assert!(listed, "{path}");
    }
    assert!(made.info.contains(&base16ct::lower::encode_string(&Sha256::digest(&made.tar))));
    let papers = unpacked.files.iter().filter(|it| it.0.starts_with("content/dokumenter/"));
    let papers: Vec<_> = papers.collect();
    // Two journals, two notices, a summary and the whole.
    assert_eq!(papers.len(), 6);
    for (path, bytes) in papers {
        let text = String::from_utf8_lossy(bytes);
        assert!(text.contains("pdfaid:part") && text.contains("<pdfaid:part>2<"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tables_have_everything_as_it_is_stored_and_what_each_value_means() {
    let world = World::new().await;
    let device = ended(&world).await;
    let kept = follow_up(&device, "Radiatoren", &[]).await;
    let handover = device.run(domain::calls::GetHandovers {}).await.unwrap().entries[0].id;
    keeps(&device, handover, vec![kept], "Boligkontoret begynner i mai").await;
    let (_, unpacked) = archived(&device).await;
    let table = unpacked.text("content/tabeller/follow-up.csv");
    assert!(table.starts_with("id;made_by;made_at;changed_by;changed_at;"), "{table}");
    assert!(table.contains("Bostøtten") && table.contains("2024-03-25"), "{table}");
    let addml = unpacked.text("content/arkivuttrekk.xml");
    assert!(addml.contains("codeValue=\"kept-by-lead\" explan=\"Hos leder\""), "{addml}");
    let changes = unpacked.text("content/tabeller/changes.csv");
    assert!(
        changes.contains(";due;2024-03-20\n") && changes.contains(";due;2024-03-25\n"),
        "{changes}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_archive_that_was_altered_or_is_not_whole_is_refused_by_name() {
    let world = World::new().await;
    let (made, _) = archived(&ended(&world).await).await;
    assert_eq!(archive::verify(&made.tar).map(|it| it.what), Ok("archive"));
    let mut altered = made.tar.clone();
    let at = altered.windows(10).position(|it| it == "Bostøtten".as_bytes()).unwrap();
    altered[at] = b'C';
    assert!(matches!(archive::verify(&altered), Err(sealed::Flaw::Altered { .. })));
    assert!(archive::verify(&made.tar[..made.tar.len() / 2]).is_err());
    assert!(archive::verify(b"no archive").is_err());
}
