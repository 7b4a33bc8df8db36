//! What is kept, and from whom.

use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use app::{App, Host};
use domain::views::Draft;
use domain::{Fault, Id, calls};
use serde_json::json;
use tests::{FastMachine, Keychain, World};

const SECRET: &str = "Hemmelig: redd for eksmannen, bor hos søsteren";

/// Everything below a folder, as one heap of bytes.
fn bytes(folder: &Path) -> Vec<u8> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        all.extend(if path.is_dir() { bytes(&path) } else { fs::read(&path).unwrap() });
    }
    all
}

fn holds(heap: &[u8], text: &str) -> bool {
    heap.windows(text.len()).any(|it| it == text.as_bytes())
}

#[tokio::test(flavor = "multi_thread")]
async fn neither_the_file_on_disk_nor_the_server_holds_a_word_of_what_was_typed() {
    let mut world = World::new().await;
    let aisha = world.founder("Aisha").await;
    aisha.saves("resident", json!({ "name": "Oksana Kovalenko" })).await;
    aisha.logs(SECRET).await;
    aisha.syncs().await;
    let home = aisha.home().to_owned();
    drop(aisha);
    world.cut_the_network().await;
    let (device, server) = (bytes(&home), bytes(&world.server_folder()));
    assert!(device.len() > 10_000 && server.len() > 1_000, "there is something to look at");
    for heap in [&device, &server] {
        for text in
            [SECRET, "eksmannen", "Kovalenko", "Aisha", "Bredtvetveien", "resident", "SELECT at"]
        {
            assert!(!holds(heap, text), "{text}");
        }
    }
    assert!(!holds(&device, "SQLite format 3"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_nobody_looked_at_before_the_app_was_closed_is_there_and_found_after() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let id = aisha.logs("Vannlekkasje på badet").await;
    let aisha = aisha.reopened();
    assert_eq!(aisha.reads(id).await.fields["note"], "Vannlekkasje på badet");
    assert_eq!(aisha.searches("vannlekk").await.hits[0].id, id);
    let verified = aisha.run(calls::Verify {}).await.unwrap();
    assert!(verified.is_sound());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_opened_with_a_wrong_key_says_so_and_is_not_touched() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    aisha.logs("Skal overleve").await;
    let home = aisha.home().to_owned();
    drop(aisha);
    let (key, database) = (home.join("key"), home.join("bomiljo.db"));
    let right = fs::read_to_string(&key).unwrap();
    let before = fs::read(&database).unwrap();
    fs::write(&key, "00".repeat(32)).unwrap();
    assert_eq!(open(&home).err(), Some(Fault::WrongKey));
    assert!(fs::read(&database).unwrap() == before);
    fs::write(&key, right).unwrap();
    assert_eq!(tests::Device::open(&home).notes().await, ["Skal overleve"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_database_is_set_aside_never_deleted() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    for number in 0..50 {
        aisha.logs(&format!("samtale {number}")).await;
    }
    let home = aisha.home().to_owned();
    drop(aisha);
    let path = home.join("bomiljo.db");
    let mut file = fs::read(&path).unwrap();
    let middle = file.len() / 2;
    file[middle..middle + 4096].fill(0);
    fs::write(&path, &file).unwrap();
    let aisha = tests::Device::open(&home);
    let salvaged = aisha.run(calls::GetStatus {}).await.unwrap().salvaged.unwrap();
    assert!(fs::read(home.join(salvaged.kept)).unwrap() == file);
}

#[tokio::test(flavor = "multi_thread")]
async fn damage_to_the_file_while_it_is_open_is_told_by_verify() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    for number in 0..50 {
        aisha.logs(&format!("samtale {number}")).await;
    }
    let aisha = aisha.reopened();
    let path = aisha.home().join("bomiljo.db");
    let mut file = fs::OpenOptions::new().write(true).open(&path).unwrap();
    let last = file.metadata().unwrap().len() - 2_048;
    file.seek(SeekFrom::Start(last)).unwrap();
    file.write_all(&[0; 16]).unwrap();
    let verified = aisha.run(calls::Verify {}).await.unwrap();
    assert!(!verified.is_sound() && verified.damage[0].contains("page"), "{verified:?}");
}

#[test]
fn a_second_process_on_the_same_home_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let first = open(home.path()).unwrap();
    assert_eq!(open(home.path()).err(), Some(Fault::AlreadyOpen));
    drop(first);
    assert!(open(home.path()).is_ok());
}

/// Opens a home on a machine without a key store.
fn open(home: &Path) -> Result<App, Fault> {
    with(home, &Keychain::refusing())
}

/// Opens a home on a machine with that key store.
fn with(home: &Path, keys: &Keychain) -> Result<App, Fault> {
    let machine = FastMachine::with_clock(tests::now).with_keys(keys.clone());
    App::open_with(home, Host::within(machine))
}

#[cfg(unix)]
#[test]
fn a_key_that_lies_in_a_file_is_readable_by_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().unwrap();
    let app = open(home.path()).unwrap();
    assert!(app.status().unwrap().key_in_file);
    let mode = fs::metadata(home.path().join("key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_key_in_the_key_store_is_in_no_file_and_goes_with_the_folder() {
    let (keychain, folder) = (Keychain::default(), tempfile::tempdir().unwrap());
    let [before, after] = ["before", "after"].map(|it| folder.path().join(it));
    let app = with(&before, &keychain).unwrap();
    assert!(!app.status().unwrap().key_in_file);
    drop(app);
    assert!(!before.join("key").exists());
    assert_eq!(open(&before).err(), Some(Fault::MissingKey), "the key is in no file");
    fs::rename(&before, &after).unwrap();
    assert!(with(&after, &keychain).is_ok());
}

#[test]
fn a_key_that_the_key_store_lost_or_mixed_up_is_told_in_words_of_its_own() {
    let (keychain, home) = (Keychain::default(), tempfile::tempdir().unwrap());
    drop(with(home.path(), &keychain).unwrap());
    let kept = keychain.secrets();
    keychain.change(|it| *it = "00".repeat(32));
    assert_eq!(with(home.path(), &keychain).err(), Some(Fault::WrongKey));
    keychain.change(|it| it.truncate(30));
    assert_eq!(with(home.path(), &keychain).err(), Some(Fault::DamagedKey));
    keychain.put(kept);
    assert!(with(home.path(), &keychain).is_ok());
}

#[test]
fn a_key_store_that_refuses_leaves_the_key_in_a_file() {
    let (keychain, home) = (Keychain::refusing(), tempfile::tempdir().unwrap());
    assert!(with(home.path(), &keychain).unwrap().status().unwrap().key_in_file);
    assert!(with(home.path(), &keychain).is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_comes_back_after_a_restart_and_ends_when_it_is_saved() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let id = Id::from_u128(7);
    let fields = json!({ "note": "Begynte å skri" }).as_object().cloned().unwrap();
    let draft = Draft { id, kind: "visit".into(), fields, ..Draft::default() };
    aisha.run(calls::KeepDraft { draft }).await.unwrap();
    let aisha = aisha.reopened();
    let kept = aisha.run(calls::GetDraft { id }).await.unwrap().unwrap();
    assert_eq!(kept.fields["note"], json!("Begynte å skri"));
    let whole =
        json!({ "at": "2024-03-14T10:00:00Z", "topics": ["nav"], "note": "Begynte å skrive" });
    aisha.tries("visit", id, whole).await.unwrap();
    assert_eq!(aisha.run(calls::GetDraft { id }).await.unwrap(), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_left_half_filled_in_outlives_a_tap_that_sets_another_field() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let task = json!({ "what": "Ring Boligbygg", "due": "2024-03-15" });
    let id = aisha.saves("follow-up", task).await.entry.id;
    let fields = json!({ "done_how": "De kommer man" }).as_object().cloned().unwrap();
    let draft = Draft { id, kind: "follow-up".into(), fields, ..Draft::default() };
    aisha.run(calls::KeepDraft { draft }).await.unwrap();
    aisha.tries("follow-up", id, json!({ "done": "2024-03-14" })).await.unwrap();
    let kept = aisha.run(calls::GetDraft { id }).await.unwrap().unwrap();
    assert_eq!(kept.fields["done_how"], json!("De kommer man"));
    aisha.tries("follow-up", id, json!({ "done_how": "De kommer mandag" })).await.unwrap();
    assert_eq!(aisha.run(calls::GetDraft { id }).await.unwrap(), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_projection_is_what_the_log_says() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let id = aisha.logs("én").await;
    let entry = aisha.reads(id).await;
    aisha.changes(&entry, json!({ "note": "to", "outcome": "follow-up" })).await;
    aisha.deletes(id).await;
    aisha.logs("tre").await;
    for device in [&bjorn, &aisha, &bjorn] {
        device.syncs().await;
    }
    for device in [&aisha, &bjorn] {
        let verified = device.run(calls::Verify {}).await.unwrap();
        // With the records of Aisha and Bjørn.
        assert_eq!((verified.changes, verified.records), (4 + 2, 2 + 2));
        assert_eq!((verified.differing.len(), verified.gaps.len()), (0, 0));
        assert!(!verified.cipher.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_that_was_thrown_away_comes_back_whole_and_knows_where_it_was_written() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let oksana = aisha.saves("resident", json!({ "name": "Oksana Kovalenko" })).await.entry.id;
    let fields = json!({
        "at": "2024-03-14T09:50:00.000Z", "purpose": "Legetime", "residents": [oksana],
    });
    let id = aisha.saves("appointment", fields).await.entry.id;
    let fields = json!({ "outcome": "Ny time trengs", "~next": "2024-03-21T09:50:00.000Z" });
    let draft = Draft {
        id,
        kind: "appointment".into(),
        fields: fields.as_object().cloned().unwrap(),
        seen: aisha.reads(id).await.seen.unwrap(),
        sheet: "done".into(),
        ..Draft::default()
    };
    aisha.run(calls::KeepDraft { draft }).await.unwrap();
    let kept = aisha.run(calls::GetDraft { id }).await.unwrap().unwrap();
    assert_eq!((kept.sheet.as_str(), kept.title.as_str()), ("done", "Legetime"));
    assert_eq!(kept.about, ["Oksana Kovalenko"]);
    aisha.run(calls::DropDraft { id }).await.unwrap();
    assert_eq!(aisha.run(calls::GetDraft { id }).await.unwrap(), None);
    aisha.run(calls::KeepDraft { draft: kept.clone() }).await.unwrap();
    let again = aisha.reopened().run(calls::GetDraft { id }).await.unwrap().unwrap();
    assert_eq!(Draft { kept: kept.kept, ..again }, kept);
}
