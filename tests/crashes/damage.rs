//! Keys and databases that are missing, empty, damaged or foreign: each is told in its own words, and
//! whatever was acknowledged and can still be read is there afterwards.

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tests::World;

use crate::programs::{Bomiljo, answer, call, said, save};

const PAGE: usize = 2_048;

/// A device in a site, and where it is.
struct Home {
    path: PathBuf,
    device: Bomiljo,
    _folder: tempfile::TempDir,
}

impl Home {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("home");
        Self { device: Bomiljo::at(&path), path, _folder: folder }
    }

    fn founded(world: &World) -> Self {
        let home = Self::new();
        let args = ["init", "--server", &world.server(), "--site", "Huset", "--name", "Aisha"];
        home.device.must(&args);
        home
    }

    fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    fn logs(&self, notes: &[&str]) {
        for note in notes {
            self.device.must(&["call", &save(note)]);
        }
    }

    /// Saves, and dies before the log is taken into the file.
    fn logs_and_is_killed(&self, note: &str) {
        let mut running = self.device.command(&["call", "-"]);
        let mut running = running.stdin(std::process::Stdio::piped()).spawn().unwrap();
        running.stdin.take().unwrap().write_all(save(note).as_bytes()).unwrap();
        running.stdout.take().unwrap().read_exact(&mut [0; 100]).unwrap();
        running.kill().unwrap();
        running.wait().unwrap();
        assert!(self.file("bomiljo.db-wal").exists(), "it was killed too late");
    }

    fn status(&self) -> Value {
        self.device.must(&["call", &call("status", &json!({}))])
    }

    /// What a start says is wrong.
    fn fault(&self) -> Value {
        let output = self.device.run(&["call", &call("status", &json!({}))]);
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        answer(&output).unwrap()
    }

    fn names(&self) -> BTreeSet<String> {
        let files = fs::read_dir(&self.path).unwrap();
        files.map(|it| it.unwrap().file_name().to_string_lossy().into_owned()).collect()
    }
}

fn flip(path: &Path, page: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[page * PAGE + 100] ^= 16;
    fs::write(path, bytes).unwrap();
}

fn pages(path: &Path) -> usize {
    fs::read(path).unwrap().len() / PAGE
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_not_sent_survives_any_broken_page_and_reaches_the_colleagues_once() {
    let world = World::new().await;
    let home = Home::founded(&world);
    home.logs(&["sendt en", "sendt to"]);
    home.device.must(&["sync"]);
    let code = home.device.must(&["invite"]);
    home.logs(&["usendt tre", "usendt fire", "usendt fem"]);
    let whole: Vec<_> =
        home.names().into_iter().map(|it| (fs::read(home.file(&it)).unwrap(), it)).collect();
    let all = pages(&home.file("bomiljo.db"));
    for page in (0..all).step_by(7) {
        let world_code = code.as_str().unwrap().trim();
        for file in home.names() {
            fs::remove_file(home.file(&file)).unwrap();
        }
        for (bytes, name) in &whole {
            fs::write(home.file(name), bytes).unwrap();
        }
        flip(&home.file("bomiljo.db"), page);
        let output = home.device.run(&["sync"]);
        assert!(output.status.success(), "page {page}: {}", said(&output));
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(told.contains("damaged"), "page {page}: {told}");
        home.device.must(&["sync"]);
        home.device.is_sound();
        let notes = home.device.notes();
        assert!(notes.len() >= 2, "page {page}: what was sent is back: {notes:?}");
        let bjorn = Home::new();
        bjorn.device.must(&["join", world_code, "--name", "Bjørn"]);
        bjorn.device.must(&["sync"]);
        let theirs: BTreeSet<_> = bjorn.device.notes().into_iter().collect();
        let ours: BTreeSet<_> = notes.iter().cloned().collect();
        assert!(theirs.is_superset(&ours), "page {page}: {ours:?} {theirs:?}");
        assert_eq!(home.status()["conflicts"], json!(0), "page {page}");
        assert_eq!(home.status()["waiting"], json!(0), "page {page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_is_gone_is_told_of_once_and_its_log_is_kept_and_read() {
    let world = World::new().await;
    for empty in [true, false] {
        let home = Home::founded(&world);
        home.logs(&["gammelt"]);
        home.device.must(&["sync"]);
        let code = home.device.must(&["invite"]);
        home.logs_and_is_killed(&format!("bekreftet {}", "å".repeat(70_000)));
        let log = fs::read(home.file("bomiljo.db-wal")).unwrap();
        fs::remove_file(home.file("bomiljo.db")).unwrap();
        if empty {
            fs::write(home.file("bomiljo.db"), "").unwrap();
        }
        let fault = home.fault();
        let kept = fault["kept"].as_str().unwrap().to_owned();
        assert!(fs::read(home.file(&format!("{kept}-wal"))).unwrap() == log, "nothing is deleted");
        home.device.must(&["join", code.as_str().unwrap().trim(), "--name", "Aisha"]);
        home.device.must(&["sync"]);
        let back = home.device.must(&["salvage", &kept]);
        assert_eq!(back["changes"], json!(1), "{back}");
        assert_eq!(home.device.must(&["salvage", &kept])["changes"], json!(0));
        home.device.must(&["sync"]);
        let notes = home.device.notes();
        assert!(notes.iter().any(|it| it.starts_with("bekreftet")), "{}", notes.len());
        home.device.is_sound();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_database_without_a_log_is_told_of_once_and_opens_when_it_is_put_back() {
    let world = World::new().await;
    let home = Home::founded(&world);
    home.logs(&["gammelt"]);
    let bytes = fs::read(home.file("bomiljo.db")).unwrap();
    fs::remove_file(home.file("bomiljo.db")).unwrap();
    assert_eq!(home.fault(), json!({ "fault": "missing-data" }));
    fs::write(home.file("bomiljo.db"), &bytes).unwrap();
    assert_eq!(home.device.notes(), ["gammelt"]);
    fs::remove_file(home.file("bomiljo.db")).unwrap();
    assert_eq!(home.fault(), json!({ "fault": "missing-data" }));
    assert_eq!(home.status()["site"], Value::Null, "the next start begins anew");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_is_missing_damaged_or_foreign_is_each_told_in_its_own_words() {
    let world = World::new().await;
    let home = Home::founded(&world);
    home.logs(&["gammelt"]);
    let key = fs::read(home.file("key")).unwrap();
    let database = fs::read(home.file("bomiljo.db")).unwrap();
    let (mut stray, mut other) = (key.clone(), key.clone());
    stray[5] = 0xff;
    other[5] = if other[5] == b'0' { b'1' } else { b'0' };
    let damaged = [vec![], key[..30].to_vec(), stray, other, [&key[..], b"x"].concat()];
    for text in damaged {
        fs::write(home.file("key"), &text).unwrap();
        assert_eq!(home.fault(), json!({ "fault": "damaged-key" }));
        assert_eq!(fs::read(home.file("key")).unwrap(), text, "it is not touched");
    }
    let stranger = Home::founded(&world);
    fs::copy(stranger.file("key"), home.file("key")).unwrap();
    assert_eq!(home.fault(), json!({ "fault": "wrong-key" }));
    fs::remove_file(home.file("key")).unwrap();
    assert_eq!(home.fault(), json!({ "fault": "missing-key" }));
    assert!(fs::read(home.file("bomiljo.db")).unwrap() == database);
    fs::write(home.file("key"), [&key[..], b"\n"].concat()).unwrap();
    assert_eq!(home.device.notes(), ["gammelt"]);
}

#[cfg(unix)]
#[test]
fn a_key_file_that_others_can_read_is_made_private() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    home.status();
    let mode = || fs::metadata(home.file("key")).unwrap().permissions().mode() & 0o777;
    fs::set_permissions(home.file("key"), fs::Permissions::from_mode(0o666)).unwrap();
    home.status();
    assert_eq!(mode(), 0o600);
}

#[test]
fn a_first_start_without_room_leaves_nothing_half_made() {
    for kilobytes in [0, 1, 2, 4, 8, 16, 32, 64, 128, 200] {
        let home = Home::new();
        let status = call("status", &json!({}));
        let output = crate::disks::limited(&home.path, kilobytes, &status);
        if !output.status.success() {
            crate::disks::is_told(&output);
            let left: Vec<_> = home.names().into_iter().filter(|it| it != "lock").collect();
            assert!(left.is_empty(), "with {kilobytes} kB: {left:?}");
        }
        home.status();
        home.device.is_sound();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn damage_to_a_large_database_is_mended_as_soon_as_it_is_met() {
    let world = World::new().await;
    let home = Home::founded(&world);
    let note = "om saken ".repeat(10_000);
    for part in 0..22 {
        let entry = |number| tests::site::conversation(&format!("{part} {number} {note}"));
        let entries: Vec<_> = (0..10).map(entry).collect();
        let text = call("save-all", &json!({ "entries": entries }));
        let mut running = home.device.command(&["call", "-"]);
        let mut running = running.stdin(std::process::Stdio::piped()).spawn().unwrap();
        running.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        assert!(running.wait().unwrap().success());
    }
    home.device.must(&["sync"]);
    let path = home.file("bomiljo.db");
    assert!(fs::metadata(&path).unwrap().len() > 33 << 20, "large");
    let count = pages(&path);
    for page in [count / 3, count / 2, count - 5] {
        let mut file = OpenOptions::new().write(true).open(&path).unwrap();
        std::io::Seek::seek(&mut file, std::io::SeekFrom::Start((page * PAGE) as u64)).unwrap();
        file.write_all(&[7; 9]).unwrap();
    }
    home.logs(&["etterpå"]);
    home.device.must(&["sync"]);
    // A check beside the app may find the rest of it at any time: what it costs is fetched again.
    let notes = home.device.notes();
    assert!(notes.contains(&"etterpå".to_owned()) && notes.len() > 200, "{}", notes.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_another_site_is_not_brought_in() {
    let world = World::new().await;
    let (home, other) = (Home::founded(&world), Home::founded(&world));
    home.logs(&["vårt"]);
    other.logs(&["deres"]);
    fs::copy(other.file("bomiljo.db"), home.file("deres.db")).unwrap();
    let refused = home.device.run(&["salvage", "deres.db"]);
    assert_eq!(answer(&refused).unwrap()["fault"], json!("wrong-key"), "{}", said(&refused));
    let missing = home.device.run(&["salvage", "finnes-ikke.db"]);
    assert_eq!(answer(&missing).unwrap()["fault"], json!("bad-file"));
    assert_eq!(home.device.notes(), ["vårt"]);
}
