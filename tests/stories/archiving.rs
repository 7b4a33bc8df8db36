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
        let bytes = words.as_bytes();
        assert!(!made.tar.windows(bytes.len()).any(|it| it == bytes));
        for (path, text) in unpacked.documents() {
            assert!(!text.contains(words), "{words} in {path}: {text}");
        }
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

/// A TAR of these files, of these types.
fn packed(files: &[(&str, &[u8], tar::EntryType)]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (path, bytes, kind) in files {
        let mut header = tar::Header::new_gnu();
        header.set_entry_type(*kind);
        header.set_size(bytes.len() as u64);
        builder.append_data(&mut header, path, *bytes).unwrap();
    }
    builder.into_inner().unwrap()
}

/// The files of an archive, as they stand in its TAR.
fn unpacked_as(tar: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = tar::Archive::new(tar);
    let read = |entry: std::io::Result<tar::Entry<&[u8]>>| {
        let mut entry = entry.unwrap();
        let (path, mut bytes) = (entry.path().unwrap().display().to_string(), Vec::new());
        std::io::Read::read_to_end(&mut entry, &mut bytes).unwrap();
        (path, bytes)
    };
    archive.entries().unwrap().map(read).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_in_another_folder_or_there_twice_or_that_is_none_is_refused_by_name() {
    use tar::EntryType::{Directory, Regular, Symlink};
    let world = World::new().await;
    let (made, _) = archived(&world.founder("Aisha").await).await;
    let files = unpacked_as(&made.tar);
    let with = |more: &[(&str, &[u8], tar::EntryType)]| {
        let own = files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice(), Regular));
        archive::verify(&packed(&own.chain(more.iter().copied()).collect::<Vec<_>>()))
    };
    let folder = format!("{}/", made.id);
    assert!(with(&[(&folder, b"", Directory)]).is_ok(), "as tar itself writes it");
    let twice = files[0].0.as_str();
    for more in [("X/content/arkivstruktur.xml", Regular), (twice, Regular), ("les-meg", Regular)] {
        let refused = Err(sealed::Flaw::Unlisted { file: more.0.into() });
        assert_eq!(with(&[(more.0, b"other", more.1)]), refused);
    }
    let link = format!("{}/content/link", made.id);
    assert_eq!(with(&[(&link, b"", Symlink)]), Err(sealed::Flaw::Unlisted { file: link.clone() }));
    let hollow = packed(&[("X/dias-mets.xml", b"<mets/>", Regular)]);
    assert_eq!(archive::verify(&hollow), Err(sealed::Flaw::Damaged));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_file_beside_an_archive_describes_it_and_no_other() {
    let world = World::new().await;
    let device = world.founder("Aisha").await;
    let [(first, _), (other, _)] = [archived(&device).await, archived(&device).await];
    let described = |tar: &[u8]| archive::verify_described(tar, first.info.as_bytes());
    assert_eq!(described(&first.tar), Ok(()));
    assert_eq!(described(&other.tar), Err(sealed::Flaw::Described));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_resident_who_was_registered_twice_has_one_folder_and_one_journal_with_all_of_it() {
    let world = World::new().await;
    let device = world.founder("Aisha").await;
    let oksana = resident(&device, "Oksana Kovalenko").await;
    let again = resident(&device, "Oxana Kovalenko").await;
    follow_up(&device, "Bostøtten", &[oksana]).await;
    follow_up(&device, "Tannlegen", &[again]).await;
    sets(&device, "resident", again, json!({ "same_as": oksana })).await.unwrap();
    let (_, unpacked) = archived(&device).await;
    let folders = unpacked.found("content/arkivstruktur.xml", "//mappe/tittel");
    let hers = folders.iter().filter(|it| it.contains("Kovalenko"));
    assert_eq!(hers.collect::<Vec<_>>(), ["Oksana Kovalenko"]);
    let documents = unpacked.documents();
    assert_eq!(documents.len(), 1);
    let journal = &documents[0].1;
    assert!(journal.contains("Bostøtten") && journal.contains("Tannlegen"), "{journal}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_moment_in_a_table_has_the_form_that_the_table_says_and_no_depot_is_made_up() {
    let world = World::new().await;
    let device = world.founder("Aisha").await;
    device.logs("Radiatoren er kald").await;
    let terms = Terms { depot: " ".into(), ..terms() };
    let made = archive(&device, &terms, &mut |_, _| ()).await.unwrap();
    let unpacked = Unpacked::of(&made.tar, &made.info);
    let table = unpacked.text("content/tabeller/visit.csv");
    assert!(table.contains(";2024-03-14T09:50:00Z;"), "{table}");
    assert!(!made.info.contains("PRESERVATION"), "{}", made.info);
    unpacked.validates();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_archive_is_not_made_while_a_newer_version_has_recorded_what_this_one_does_not_know() {
    let world = World::new().await;
    let device = world.founder("Aisha").await;
    let mut dina = tests::member::Member::joins(&device, &world.server()).await;
    let edit = domain::Edit::new("mood", &json!("god"), vec![]);
    dina.writes(domain::Id::from_u128(7), "mood-diary", vec![edit]).await;
    device.syncs().await;
    let refused = archive(&device, &terms(), &mut |_, _| ()).await;
    assert_eq!(refused.err(), Some(domain::Fault::Unread));
}
