//! Damaged databases. Whatever page is broken, the others are read, and every loss is reported.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use domain::views::Draft;
use domain::{ChangeRef, Edit, Fault, Id};
use serde_json::json;
use store::{Author, Device, Error, Key, Parting, Space, Store};
use tempfile::TempDir;

const PAGE: usize = 2_048;
const CHANGES: u64 = 200;
const KEY: Key = Key([7; 32]);
const SPACE: Id = Id::from_u128(1);
const DEVICE: Id = Id::from_u128(2);
const DRAFT: Id = Id::from_u128(3);

/// A home with a database of some hundred changes.
struct Home(TempDir);

impl Home {
    /// An empty home, in memory if possible, because the disk doesn't matter here.
    fn empty() -> Self {
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
        Self(TempDir::new_in(folder).unwrap())
    }

    fn new() -> Self {
        let home = Self::empty();
        let mut store = home.open().unwrap();
        store.set("device", &DEVICE.to_string()).unwrap();
        store.set("device-key", &"07".repeat(32)).unwrap();
        store.set("name", "Aisha").unwrap();
        let space = Space::new(SPACE, "https://bomiljo.example.no".into(), [9; 32]);
        let device = Device { id: DEVICE, key: [5; 32], name: "Aisha".into(), member: DEVICE };
        enter(&mut store, &space, &[device]);
        for number in 1..=CHANGES {
            write(&mut store, number);
        }
        store.records().unwrap();
        let fields = json!({ "note": "halvferdig" }).as_object().unwrap().clone();
        let seen = [("note".to_owned(), vec![ChangeRef { device: DEVICE, seq: 1 }])].into();
        let draft = Draft { id: DRAFT, kind: "visit".into(), fields, seen, ..Draft::default() };
        store.keep_draft(&draft, 5).unwrap();
        drop(store);
        home
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("bomiljo.db")
    }

    fn open(&self) -> store::Result<Store> {
        Store::open(&self.path(), &KEY)
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(self.path()).unwrap()
    }

    /// A copy of the home with other bytes in its database.
    fn with(bytes: &[u8]) -> Self {
        let home = Self::empty();
        fs::write(home.path(), bytes).unwrap();
        home
    }
}

/// Every tenth change is too long for one page.
fn text(number: u64) -> String {
    let long = if number.is_multiple_of(10) { 700 } else { 3 };
    format!("samtale {number} {}", "om lag ".repeat(long))
}

fn record(number: u64) -> Id {
    Id::from_u128(1_000 + u128::from(number))
}

fn enter(store: &mut Store, space: &Space, devices: &[Device]) {
    let author = Author { space: SPACE, device: DEVICE, group: SPACE, now: 1 };
    store.transact(author, |act| act.enter(space, devices, DEVICE)).unwrap();
}

fn write(store: &mut Store, number: u64) {
    let group = Id::from_u128(5_000 + u128::from(number));
    let author = Author { space: SPACE, device: DEVICE, group, now: 1_000 * number };
    let edit = Edit::new("note", &json!(text(number)), vec![]);
    store.transact(author, |act| act.write(record(number), "visit", vec![edit])).unwrap();
}

/// The numbers of the changes that are there word for word.
fn numbers(store: &Store) -> BTreeSet<u64> {
    let is_there = |number: &u64| {
        let changes = store.history(record(*number)).unwrap();
        changes.iter().any(|it| it.payload.edits[0].json() == text(*number).as_str())
    };
    (1..=CHANGES).filter(is_there).collect()
}

/// Pseudo-random flips of bits, the same each time.
fn flipped(bytes: &[u8], page: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let bit = (page * 2_654_435_761) % ((PAGE - 16) * 8);
    bytes[page * PAGE + 16 + bit / 8] ^= 1 << (bit % 8);
    bytes
}

fn fault(opened: store::Result<Store>) -> Option<Fault> {
    opened.err().map(Fault::from)
}

fn kept(home: &Home, name: &str) -> Vec<u8> {
    fs::read(home.0.path().join(name)).unwrap()
}

#[test]
fn one_flipped_bit_on_any_page_costs_no_change_but_those_on_that_page_and_is_told() {
    let bytes = Home::new().bytes();
    let all: BTreeSet<u64> = (1..=CHANGES).collect();
    let mut lost = BTreeMap::<u64, u32>::new();
    for page in 0..bytes.len() / PAGE {
        let damaged = flipped(&bytes, page);
        let home = Home::with(&damaged);
        let mut store = home.open().unwrap_or_else(|error| panic!("page {page}: {error}"));
        let salvaged = store.salvaged().unwrap_or_else(|| panic!("page {page}: silent")).clone();
        assert_eq!(salvaged.unread, 1, "page {page}");
        assert!(kept(&home, &salvaged.kept) == damaged, "page {page} is kept as it was");
        let found = numbers(&store);
        assert_eq!(salvaged.changes, found.len() as u64);
        for number in all.difference(&found) {
            *lost.entry(*number).or_default() += 1;
        }
        let whole = store.parting().unwrap() == Parting::No;
        assert!(!whole || found == all, "page {page}: what is lost is asked for");
        assert_eq!(store.space().unwrap().unwrap().key, [9; 32], "page {page}");
        assert_eq!(store.setting("device").unwrap(), Some(DEVICE.to_string()), "page {page}");
        store.records().unwrap();
        assert!(store.records().unwrap().verify().unwrap().damage.is_empty(), "page {page}");
    }
    let pages = |number: &u64| u32::try_from(text(*number).len().div_ceil(1_900)).unwrap();
    let wrong: Vec<_> = lost.iter().filter(|(number, times)| **times > pages(number)).collect();
    assert!(wrong.is_empty(), "lost more often than there are pages with it: {wrong:?}");
    assert!(lost.len() > 150, "the pages of the log were among them");
}

#[test]
fn a_page_of_records_or_of_the_search_index_costs_nothing_and_asks_for_nothing() {
    let bytes = Home::new().bytes();
    let mut harmless = 0;
    for page in (0..bytes.len() / PAGE).step_by(3) {
        let home = Home::with(&flipped(&bytes, page));
        let store = home.open().unwrap();
        harmless += u32::from(store.parting().unwrap() == Parting::No);
    }
    let pages = u32::try_from(bytes.len() / PAGE / 3).unwrap();
    assert!(harmless > pages / 3, "{harmless} of {pages}");
}

#[test]
fn a_number_that_may_have_been_sent_is_not_given_again() {
    let bytes = Home::new().bytes();
    for page in (0..bytes.len() / PAGE).step_by(3) {
        let home = Home::with(&flipped(&bytes, page));
        let mut store = home.open().unwrap();
        let known = numbers(&store).last().copied().unwrap_or_default();
        if store.parting().unwrap() == Parting::No {
            continue;
        }
        write(&mut store, CHANGES + 1);
        let by = store.history(record(CHANGES + 1)).unwrap()[0].by;
        assert!(by.seq > known, "page {page}");
        store.has_asked().unwrap();
        assert_eq!(store.parting().unwrap(), Parting::Now);
    }
}

#[test]
fn several_pages_gone_and_the_end_cut_off_leave_the_rest() {
    let bytes = Home::new().bytes();
    for keep in [2, 3, 5] {
        let mut damaged = bytes[..bytes.len() / PAGE * PAGE * (keep - 1) / keep].to_vec();
        for page in (3..damaged.len() / PAGE).step_by(4) {
            damaged[page * PAGE..][..PAGE].fill(0);
        }
        let home = Home::with(&damaged);
        match home.open() {
            Ok(store) => assert!(numbers(&store).len() > 10),
            Err(error) => assert!(matches!(Fault::from(error), Fault::Damaged { .. })),
        }
    }
}

#[test]
fn what_was_set_aside_comes_back_once_into_a_device_that_has_begun_anew() {
    let old = Home::new();
    let home = Home::empty();
    let mut store = home.open().unwrap();
    let device = Id::from_u128(77);
    store.set("device", &device.to_string()).unwrap();
    enter(&mut store, &Space::new(SPACE, "https://b.example.no".into(), [9; 32]), &[]);
    let author = Author { space: SPACE, device, group: Id::from_u128(8), now: 9_000_000 };
    let salvaged = store.salvage(&old.path(), author).unwrap();
    assert_eq!((salvaged.changes, salvaged.drafts), (CHANGES, 1));
    assert_eq!(numbers(&store).len() as u64, CHANGES);
    assert_eq!(store.waiting(device).unwrap(), CHANGES);
    let again = store.salvage(&old.path(), author).unwrap();
    assert_eq!((again.changes, again.drafts), (0, 0));
    let elsewhere = Author { space: Id::from_u128(99), ..author };
    let refused = store.salvage(&old.path(), elsewhere).map_err(Fault::from);
    assert!(matches!(refused, Err(Fault::BadFile { .. })), "{refused:?}");
}

#[test]
fn a_foreign_file_is_told_from_a_damaged_one_and_not_touched() {
    let home = Home::new();
    let bytes = home.bytes();
    let stranger = Key([8; 32]);
    assert_eq!(fault(Store::open(&home.path(), &stranger)), Some(Fault::WrongKey));
    assert!(home.bytes() == bytes);
    for foreign in [b"SQLite format 3\0".repeat(4_000), vec![0xa5; 40 * PAGE]] {
        let home = Home::with(&foreign);
        assert_eq!(fault(home.open()), Some(Fault::WrongKey));
        assert!(home.bytes() == foreign);
    }
}

#[test]
fn an_empty_file_and_one_shorter_than_a_page_are_said_to_be_empty_and_kept() {
    let bytes = Home::new().bytes();
    for length in [0, 1, 16, 100, PAGE - 1] {
        let home = Home::with(&bytes[..length]);
        let Some(Fault::EmptyData { kept: name }) = fault(home.open()) else { panic!("{length}") };
        assert_eq!(kept(&home, &name), bytes[..length]);
    }
}

#[test]
fn a_file_of_zeros_is_damaged_not_foreign() {
    let home = Home::with(&vec![0; 50 * PAGE]);
    assert!(matches!(fault(home.open()), Some(Fault::Damaged { .. })));
}

/// A home after a kill: everything since the last start is in the write-ahead log.
fn killed() -> (Home, Vec<u8>, Vec<u8>) {
    let home = Home::new();
    let mut store = home.open().unwrap();
    for number in 1..=20 {
        write(&mut store, CHANGES + number);
    }
    let log = fs::read(log_of(&home.path())).unwrap();
    let bytes = home.bytes();
    drop(store);
    (home, bytes, log)
}

fn log_of(path: &Path) -> PathBuf {
    path.with_extension("db-wal")
}

fn late(store: &Store) -> usize {
    let is_there = |number: &u64| !store.history(record(CHANGES + number)).unwrap().is_empty();
    (1..=20).filter(is_there).count()
}

#[test]
fn a_flipped_bit_in_the_log_beside_the_file_costs_no_change_that_stands_elsewhere() {
    let (_, bytes, log) = killed();
    let frame = PAGE + 24;
    let frames = (log.len() - 32) / frame;
    for at in (0..frames - 1).map(|it| 32 + it * frame + 700).chain([5, 18, 32, 32 + 5 * frame]) {
        let home = Home::with(&bytes);
        let mut damaged = log.clone();
        damaged[at] ^= 4;
        fs::write(log_of(&home.path()), &damaged).unwrap();
        let store = home.open().unwrap();
        let salvaged = store.salvaged().unwrap_or_else(|| panic!("byte {at}: silent"));
        assert_eq!(kept(&home, &format!("{}-wal", salvaged.kept)), damaged);
        assert_eq!(numbers(&store).len() as u64, CHANGES);
        assert!(late(&store) >= 18, "byte {at}: {}", late(&store));
    }
}

#[test]
fn a_log_that_was_cut_short_by_a_power_failure_is_no_damage() {
    let (_, bytes, log) = killed();
    for length in [log.len() - 1, log.len() - 1_000, log.len() - PAGE - 24, 40, 10] {
        let home = Home::with(&bytes);
        fs::write(log_of(&home.path()), &log[..length]).unwrap();
        let store = home.open().unwrap();
        assert_eq!(store.salvaged(), None);
        assert_eq!(numbers(&store).len() as u64, CHANGES);
    }
}

#[test]
fn a_missing_or_empty_file_beside_a_log_is_made_of_what_the_log_holds_or_kept_with_it() {
    let (_, _, log) = killed();
    for empty in [true, false] {
        let home = Home::empty();
        if empty {
            fs::write(home.path(), "").unwrap();
        }
        fs::write(log_of(&home.path()), &log).unwrap();
        let told = fault(home.open()).unwrap();
        let (Fault::Damaged { kept: name } | Fault::EmptyData { kept: name }) = told else {
            panic!("{told:?}")
        };
        assert!(kept(&home, &format!("{name}-wal")) == log);
        let mut store = home.open().unwrap();
        enter(&mut store, &Space::new(SPACE, "https://b.example.no".into(), [9; 32]), &[]);
        let device = Id::from_u128(77);
        let author = Author { space: SPACE, device, group: Id::from_u128(8), now: 9_000_000 };
        let back = store.salvage(&home.0.path().join(name), author).unwrap();
        assert!(back.changes > 0 || late(&store) == 0, "{back:?}");
    }
}

#[test]
fn a_database_whose_whole_history_is_in_the_log_is_made_of_that() {
    let home = Home::empty();
    let mut store = home.open().unwrap();
    store.set("device", &DEVICE.to_string()).unwrap();
    enter(&mut store, &Space::new(SPACE, "https://b.example.no".into(), [9; 32]), &[]);
    (1..=20).for_each(|number| write(&mut store, CHANGES + number));
    let log = fs::read(log_of(&home.path())).unwrap();
    let other = Home::empty();
    fs::write(log_of(&other.path()), log).unwrap();
    let store = other.open().unwrap();
    assert_eq!(late(&store), 20);
    assert!(store.salvaged().is_some());
    assert_eq!(store.parting().unwrap(), Parting::First);
}

#[test]
fn damage_that_sqlite_meets_while_the_app_runs_is_mended_there() {
    let home = Home::new();
    let mut store = home.open().unwrap();
    let mut bytes = home.bytes();
    for page in 60..bytes.len() / PAGE {
        bytes[page * PAGE + 40] ^= 1;
    }
    fs::write(home.path(), bytes).unwrap();
    let error = store.records().and_then(store::Records::verify).err();
    assert!(error.is_none_or(|it| it.may_be_damage()));
    assert!(store.mend().unwrap());
    assert!(store.salvaged().is_some());
    write(&mut store, CHANGES + 1);
    assert!(!store.mend().unwrap(), "nothing is wrong any more");
    assert!(store.records().unwrap().verify().unwrap().damage.is_empty());
}

#[test]
fn a_replacement_that_was_cut_short_is_finished_by_the_next_start() {
    let home = Home::new();
    let path = home.path();
    for step in 0..3 {
        let next = path.with_extension("new.db");
        fs::rename(&path, &next).unwrap();
        if step == 1 {
            fs::write(log_of(&path), "the log of the one before").unwrap();
        }
        let store = home.open().unwrap();
        assert_eq!(numbers(&store).len() as u64, CHANGES, "step {step}");
        assert!(!next.exists());
    }
    assert_eq!(kept(&home, "bomiljo.damaged-1.db-wal"), b"the log of the one before");
}

#[test]
fn what_is_wrong_with_an_error_of_another_kind_is_not_salvage() {
    assert!(!Error::Fault(Fault::NotFound).may_be_damage());
}
