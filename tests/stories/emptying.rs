//! Devices that leave are emptied, and nothing that is nowhere else goes with them.

use std::fs;
use std::path::Path;

use app::{App, Host};
use domain::kinds::{Destroyed, Submission, SubmissionStatus};
use domain::views::{Barrier, DeviceState, Draft, Emptying};
use domain::{Disposal, Fault, Id, Problem, Record, calls, read};
use serde_json::json;
use tests::handover::{closes, member, opens, opens_for, problems, sets, team_of};
use tests::site::meet;
use tests::{Device, FastMachine, Keychain, World, rand};

/// What was typed, each of which is looked for afterwards.
const TYPED: [&str; 20] = [
    "Oksana",
    "Kovalenko",
    "radiator",
    "strømregning",
    "fastlege",
    "barnehage",
    "oppholdskort",
    "leiekontrakt",
    "depositum",
    "tannpine",
    "nabokrangel",
    "vaskeri",
    "sykkelbod",
    "norskkurs",
    "bankkort",
    "legevakt",
    "husleie",
    "nøkkelbrikke",
    "ventilasjon",
    "søppelsortering",
];

/// A building without residents whose handover is closed.
async fn closed(aisha: &Device, bjorn: &Device) -> Id {
    let handover = opens(aisha).await;
    closes(aisha, handover).await.unwrap();
    meet(&[aisha, bjorn]).await;
    handover
}

/// Makes an archive of all that is on a device.
fn submits(device: &Device) -> Id {
    let holds = Submission::holding(&device.stand().unwrap());
    let made_at = Some("2024-03-24T10:00:00Z".parse().unwrap());
    let id = Id::from_u128(rand());
    device.submit(id, &Submission { made_at, holds, ..Submission::default() }).unwrap();
    id
}

async fn depot_says(device: &Device, archive: Id, status: SubmissionStatus) {
    let said = json!({ "status": status, "decided": "2024-03-25", "said_by": "Ingrid Moe" });
    sets(device, Submission::KIND, archive, said).await.unwrap();
}

/// An archive of all that is on a device, which a depot accepts.
async fn archives(device: &Device) {
    let archive = submits(device);
    depot_says(device, archive, SubmissionStatus::Accepted).await;
}

async fn stands(device: &Device, handover: Id) -> Emptying {
    device.run(calls::GetEmptying { handover }).await.unwrap()
}

/// How far each device has come, and whose it is.
async fn states(device: &Device, handover: Id) -> Vec<(String, DeviceState)> {
    let devices = stands(device, handover).await.devices.into_iter();
    devices.map(|it| (it.whose, it.state)).collect()
}

async fn empties(device: &App, handover: Id) -> Result<(), Fault> {
    device.run(calls::EmptyDevice { handover }).await
}

fn barred(barrier: Barrier) -> Result<(), Fault> {
    Err(Fault::Barred { reason: barrier.name().to_owned() })
}

fn files(home: &Path) -> Vec<String> {
    let entries = fs::read_dir(home).unwrap().map(|it| it.unwrap().file_name());
    entries.map(|it| it.to_string_lossy().into_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_that_leaves_is_empty_and_has_said_so_itself() {
    let mut world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    for word in TYPED {
        bjorn.logs(&format!("Snakket om {word} i dag")).await;
    }
    meet(&[&aisha, &bjorn]).await;
    let handover = closed(&aisha, &bjorn).await;
    archives(&aisha).await;
    meet(&[&aisha, &bjorn]).await;
    let key = fs::read_to_string(bjorn.home().join("key")).unwrap();
    assert_eq!(stands(&bjorn, handover).await.barrier, None);
    empties(&bjorn, handover).await.unwrap();
    assert_eq!(files(bjorn.home()), ["lock"]);
    assert_eq!(bjorn.run(calls::GetStatus {}).await.err(), Some(Fault::Emptied));

    aisha.syncs().await;
    let [bjorns, hers] = states(&aisha, handover).await.try_into().unwrap();
    assert_eq!(hers, ("Bjørn".into(), DeviceState::Emptied));
    assert_eq!(bjorns, ("Aisha".into(), DeviceState::Waiting));
    let page = calls::List { kind: Disposal::KIND.into(), limit: 500, skip: 0 };
    let said = aisha.run(page).await.unwrap().entries.remove(0);
    let disposal: Disposal = read(&said.fields);
    assert_eq!((said.made.by, said.changed.by), ("Bjørn".into(), "Bjørn".into()));
    assert_eq!(disposal.destroyed, [Destroyed::DataKey, Destroyed::DataFiles]);
    assert!(aisha.run(calls::Verify {}).await.unwrap().is_sound());

    let home = bjorn.home().to_owned();
    drop(bjorn);
    let heap: Vec<u8> =
        files(&home).iter().flat_map(|it| fs::read(home.join(it)).unwrap()).collect();
    let (hex, id) = key.split_once('-').unwrap();
    for word in TYPED.iter().chain(&[hex, id]) {
        assert!(!heap.windows(word.len()).any(|it| it == word.as_bytes()), "{word}");
    }
    world.cut_the_network().await;
    let anew = Device::open(&home);
    assert!(anew.status().unwrap().site.is_none(), "it begins as a new device");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_keeps_a_device_from_being_emptied_is_said_and_nothing_is_destroyed() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    bjorn.logs("Snakket om husleie").await;
    let handover = opens(&aisha).await;
    meet(&[&aisha, &bjorn]).await;
    assert_eq!(empties(&bjorn, handover).await, barred(Barrier::NotClosed));
    closes(&aisha, handover).await.unwrap();
    meet(&[&aisha, &bjorn]).await;
    assert_eq!(empties(&bjorn, handover).await, barred(Barrier::NotArchived));
    let archive = submits(&aisha);
    depot_says(&aisha, archive, SubmissionStatus::Received).await;
    meet(&[&aisha, &bjorn]).await;
    assert_eq!(empties(&bjorn, handover).await, barred(Barrier::NotArchived));
    depot_says(&aisha, archive, SubmissionStatus::Accepted).await;
    meet(&[&aisha, &bjorn]).await;
    let id = Id::from_u128(rand());
    let fields = json!({ "note": "Begynte å skri" }).as_object().cloned().unwrap();
    let draft = Draft { id, kind: "visit".into(), fields, ..Draft::default() };
    bjorn.run(calls::KeepDraft { draft }).await.unwrap();
    assert_eq!(empties(&bjorn, handover).await, barred(Barrier::Unfinished));
    bjorn.run(calls::DropDraft { id }).await.unwrap();
    bjorn.saves("follow-up", json!({ "what": "Nøkler", "due": "2024-03-26" })).await;
    assert_eq!(empties(&bjorn, handover).await, barred(Barrier::NotInArchive));
    assert_eq!(bjorn.notes().await, ["Snakket om husleie"]);
    meet(&[&aisha, &bjorn]).await;
    assert_eq!(
        aisha.notes().await,
        ["Snakket om husleie"],
        "what was refused was sent all the same"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_without_a_network_is_not_emptied() {
    let mut world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    let handover = closed(&aisha, &bjorn).await;
    archives(&aisha).await;
    meet(&[&aisha, &bjorn]).await;
    world.cut_the_network().await;
    assert_eq!(empties(&bjorn, handover).await, Err(Fault::Offline));
    assert!(bjorn.status().unwrap().site.is_some());
    world.mend_the_network().await;
    empties(&bjorn, handover).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_away_for_a_month_sends_first_and_waits_for_an_archive_that_has_it() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    bjorn.logs("Fra ferien").await;
    bjorn.waits(30);
    let handover = opens(&aisha).await;
    closes(&aisha, handover).await.unwrap();
    archives(&aisha).await;
    aisha.syncs().await;
    assert_eq!(empties(&bjorn, handover).await, barred(Barrier::NotInArchive));
    aisha.syncs().await;
    assert_eq!(aisha.notes().await, ["Fra ferien"]);
    let straggler = stands(&aisha, handover).await.devices.remove(0);
    assert_eq!((straggler.whose.as_str(), straggler.state), ("Bjørn", DeviceState::Newer));
    archives(&aisha).await;
    meet(&[&aisha, &bjorn]).await;
    empties(&bjorn, handover).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_who_leaves_a_site_that_goes_on_needs_no_archive_and_the_others_stay() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    let leaving = json!({ "scope": "member", "leaving": [member(&bjorn).await] });
    let handover = opens_for(&aisha, leaving).await;
    closes(&aisha, handover).await.unwrap();
    meet(&[&aisha, &bjorn]).await;
    assert!(!stands(&aisha, handover).await.leaves);
    assert_eq!(empties(&aisha, handover).await, barred(Barrier::Stays));
    empties(&bjorn, handover).await.unwrap();
    aisha.syncs().await;
    assert_eq!(states(&aisha, handover).await, [("Bjørn".into(), DeviceState::Emptied)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_purge_that_was_interrupted_is_ended_by_the_next_start() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    aisha.logs("Snakket om husleie").await;
    let home = aisha.home().to_owned();
    drop(aisha);
    fs::write(home.join("emptying"), "file").unwrap();
    fs::remove_file(home.join("key")).unwrap();
    let again = Device::open(&home);
    assert!(again.status().unwrap().site.is_none());
    assert!(!home.join("emptying").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_key_is_gone_from_the_key_store_too() {
    let world = World::new().await;
    let (keychain, folder) = (Keychain::default(), tempfile::tempdir().unwrap());
    let machine = FastMachine::with_clock(tests::now).with_keys(keychain.clone());
    let device = App::open_with(folder.path(), Host::within(machine)).unwrap();
    let aisha = world.founder("Aisha").await;
    let code = aisha.run(calls::Invite { member: None }).await.unwrap().code;
    device.run(calls::Join { code, name: "Bjørn".into() }).await.unwrap();
    device.sync_once().await.unwrap();
    aisha.syncs().await;
    let handover = opens(&aisha).await;
    closes(&aisha, handover).await.unwrap();
    archives(&aisha).await;
    aisha.syncs().await;
    device.sync_once().await.unwrap();
    assert!(!keychain.secrets().is_empty());
    keychain.holds_on(true);
    assert!(matches!(empties(&device, handover).await, Err(Fault::Storage { .. })));
    assert!(!device.is_empty(), "it does not say that it is empty");
    assert!(device.run(calls::GetStatus {}).await.is_err());
    keychain.holds_on(false);
    empties(&device, handover).await.unwrap();
    assert!(keychain.secrets().is_empty());
    assert_eq!(files(folder.path()), ["lock"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_whose_sync_is_under_way_is_emptied_all_the_same() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    let handover = closed(&aisha, &bjorn).await;
    archives(&aisha).await;
    meet(&[&aisha, &bjorn]).await;
    bjorn.run_sync();
    bjorn.run(calls::Sync {}).await.unwrap();
    empties(&bjorn, handover).await.unwrap();
    assert_eq!(files(bjorn.home()), ["lock"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_notes_what_became_of_a_phone_that_was_lost_and_no_other_may() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    let handover = closed(&aisha, &bjorn).await;
    let lost = stands(&aisha, handover).await.devices.into_iter().find(|it| !it.own).unwrap();
    let note = |words: &str| calls::NoteDevice { handover, device: lost.id, words: words.into() };
    assert_eq!(problems(bjorn.run(note("Mistet")).await), [Problem::LeadOnly]);
    assert_eq!(problems(aisha.run(note(" ")).await), [Problem::Missing]);
    let saved = aisha.run(note("Mistet på bussen, slettet av IKT 3. juni")).await.unwrap();
    assert_eq!(states(&aisha, handover).await[1], ("Bjørn".into(), DeviceState::Noted));
    let rewritten = json!({ "emptied": "2024-03-14T11:00:00Z" });
    let refused = sets(&aisha, Disposal::KIND, saved.entry.id, rewritten).await;
    assert_eq!(problems(refused), [Problem::WrongStep]);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_lead_notes_that_a_depot_accepted_and_says_who_said_so() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    closed(&aisha, &bjorn).await;
    let archive = submits(&aisha);
    meet(&[&aisha, &bjorn]).await;
    let accepted =
        json!({ "status": "accepted", "decided": "2024-03-25", "said_by": "Ingrid Moe" });
    let by_bjorn = sets(&bjorn, Submission::KIND, archive, accepted.clone()).await;
    assert_eq!(problems(by_bjorn), [Problem::LeadOnly]);
    let wordless = sets(&aisha, Submission::KIND, archive, json!({ "status": "accepted" })).await;
    assert_eq!(problems(wordless), [Problem::Missing, Problem::Missing]);
    sets(&aisha, Submission::KIND, archive, accepted).await.unwrap();
    let more = sets(&aisha, Submission::KIND, archive, json!({ "holds": "" })).await;
    assert_eq!(problems(more), [Problem::WrongStep]);
    let deleted = aisha.run(calls::Delete { id: archive, seen: None }).await;
    assert_eq!(problems(deleted), [Problem::WrongStep]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_who_has_what_a_site_recorded_needs_an_archive_whoever_leaves() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    let all = [member(&aisha).await, member(&bjorn).await];
    let handover = opens_for(&aisha, json!({ "scope": "member", "leaving": all })).await;
    closes(&aisha, handover).await.unwrap();
    meet(&[&aisha, &bjorn]).await;
    assert_eq!(empties(&bjorn, handover).await, barred(Barrier::NotArchived));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_lost_phone_had_sent_keeps_the_others_until_an_archive_has_it() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    let handover = closed(&aisha, &bjorn).await;
    archives(&aisha).await;
    bjorn.logs("Skrevet etter arkivet").await;
    meet(&[&aisha, &bjorn]).await;
    let lost = stands(&aisha, handover).await.devices.into_iter().find(|it| !it.own).unwrap();
    let words = "Mistet på bussen".to_owned();
    aisha.run(calls::NoteDevice { handover, device: lost.id, words }).await.unwrap();
    assert_eq!(states(&aisha, handover).await[0], ("Bjørn".into(), DeviceState::Newer));
    assert_eq!(empties(&aisha, handover).await, barred(Barrier::NotInArchive));
    archives(&aisha).await;
    assert_eq!(stands(&aisha, handover).await.barrier, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_leaves_is_not_changed_once_a_handover_is_closed_and_before_by_a_lead_alone() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    let handover = opens(&aisha).await;
    meet(&[&aisha, &bjorn]).await;
    let only_he = json!({ "scope": "member", "leaving": [member(&bjorn).await] });
    let by_bjorn = sets(&bjorn, "handover", handover, only_he.clone()).await;
    assert_eq!(problems(by_bjorn), [Problem::LeadOnly]);
    closes(&aisha, handover).await.unwrap();
    let late = sets(&aisha, "handover", handover, only_he).await;
    assert_eq!(problems(late), [Problem::WrongStep]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_file_that_was_set_aside_is_not_destroyed_and_no_file_of_others_is() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    let handover = closed(&aisha, &bjorn).await;
    archives(&aisha).await;
    meet(&[&aisha, &bjorn]).await;
    let [aside, others] = ["bomiljo.damaged-1.db", "notater.txt"].map(|it| bjorn.home().join(it));
    fs::write(&aside, "kanskje noe").unwrap();
    fs::write(&others, "ikke vår").unwrap();
    assert_eq!(empties(&bjorn, handover).await, barred(Barrier::SetAside));
    fs::remove_file(&aside).unwrap();
    empties(&bjorn, handover).await.unwrap();
    assert!(others.exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_about_a_phone_that_is_taken_back_stands_no_more() {
    let world = World::new().await;
    let (aisha, bjorn) = team_of(&world).await;
    let handover = closed(&aisha, &bjorn).await;
    let lost = stands(&aisha, handover).await.devices.into_iter().find(|it| !it.own).unwrap();
    let note = || calls::NoteDevice { handover, device: lost.id, words: "Mistet".into() };
    let saved = aisha.run(note()).await.unwrap();
    aisha.run(calls::Undo { group: saved.group.unwrap() }).await.unwrap();
    assert_eq!(states(&aisha, handover).await[1].1, DeviceState::Waiting);
    aisha.run(note()).await.unwrap();
    assert_eq!(states(&aisha, handover).await[1].1, DeviceState::Noted);
}
