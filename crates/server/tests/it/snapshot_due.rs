//! Who is asked for a snapshot, and when.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use server::storage::Storage;
use server::storage::postgres::Postgres;
use server::storage::sqlite::Sqlite;
use server::{Config, Database, Host, InProcess};
use wire::{GetPart, GetSnapshot, KeepPart, KeepSnapshot, Pull, Refusal, SealedChange};

use crate::it::device::Device;
use crate::it::in_process::call;
use crate::it::maker::Made;
use crate::it::world::World;
use crate::store::Store;

async fn write(world: &World, device: &Device, count: usize) -> Vec<SealedChange> {
    let changes = device.write_groups(&vec![1; count]);
    world.call(device, &device.push(&changes)).await.unwrap();
    changes
}

async fn is_asked(world: &World, device: &Device) -> bool {
    world.pull_all(device, 1_000).await.pop().unwrap().snapshot_due
}

#[tokio::test]
async fn who_has_everything_is_asked_for_a_snapshot_of_enough_changes() {
    let (world, aisha, bjorn) = World::with_snapshots(4).await;
    assert!(!is_asked(&world, &bjorn).await);
    write(&world, &aisha, 3).await;
    assert!(!is_asked(&world, &bjorn).await);
    write(&world, &aisha, 1).await;
    assert!(is_asked(&world, &bjorn).await);
    assert!(is_asked(&world, &aisha).await);
    let asked: Vec<_> =
        world.pull_all(&bjorn, 2).await.into_iter().map(|page| page.snapshot_due).collect();
    assert_eq!(asked, [false, true], "not before it has everything");
    assert!(world.call(&bjorn, &bjorn.pull(4)).await.unwrap().snapshot_due);
}

#[tokio::test]
async fn the_next_one_is_asked_for_when_there_is_as_much_anew_and_half_of_what_it_has() {
    let (world, aisha, bjorn) = World::with_snapshots(4).await;
    let mut changes = write(&world, &aisha, 4).await;
    assert!(is_asked(&world, &aisha).await);
    Made::new(&aisha, &changes, &[b"all"]).keep(&world, &aisha).await.unwrap();
    assert!(!is_asked(&world, &bjorn).await);
    changes.extend(write(&world, &aisha, 3).await);
    assert!(!is_asked(&world, &bjorn).await);
    changes.extend(write(&world, &aisha, 5).await);
    assert!(is_asked(&world, &bjorn).await);
    Made::new(&bjorn, &changes, &[b"all"]).keep(&world, &bjorn).await.unwrap();
    write(&world, &aisha, 5).await;
    assert!(!is_asked(&world, &bjorn).await, "17 are not half as much again as 12");
    write(&world, &aisha, 1).await;
    assert!(is_asked(&world, &bjorn).await);
}

#[tokio::test]
async fn nobody_is_asked_where_the_setting_says_never() {
    let (world, aisha, bjorn) = World::with_snapshots(0).await;
    write(&world, &aisha, 20).await;
    assert!(!is_asked(&world, &bjorn).await);
}

/// A server at a time that the test decides.
struct Timed {
    server: InProcess,
    now: Arc<AtomicU64>,
    _store: Store,
}

impl Timed {
    async fn new() -> Self {
        let (store, now) = (Store::new(), Arc::new(AtomicU64::new(1_000_000_000)));
        let clock = Arc::clone(&now);
        let host = Host::new(move || clock.load(Ordering::Relaxed), || [7; 16]);
        let storage: Arc<dyn Storage> = match store.database() {
            Database::Folder(folder) => Arc::new(Sqlite::open(&folder, &host).unwrap()),
            Database::Postgres(at) => Arc::new(Postgres::open(&at, host.clone()).await.unwrap()),
        };
        Self { server: InProcess::with_snapshots(storage, host, 4), now, _store: store }
    }

    async fn call<E: wire::Endpoint>(&self, device: &Device, message: &E) -> E::Reply {
        call(&self.server, device, message, self.now.load(Ordering::Relaxed)).await.unwrap()
    }

    async fn asks(&self, device: &Device) -> bool {
        let pull = Pull { space: device.space, after: 0, limit: 1_000 };
        self.call(device, &pull).await.snapshot_due
    }
}

#[tokio::test]
async fn while_a_colleague_makes_one_nobody_else_is_asked_for_ten_minutes() {
    let (timed, aisha, bjorn) = (Timed::new().await, Device::of_site(1, 1), Device::of_site(1, 2));
    timed.call(&aisha, &aisha.found()).await;
    timed.call(&bjorn, &bjorn.join()).await;
    let changes = aisha.write_groups(&[1; 5]);
    timed.call(&aisha, &aisha.push(&changes)).await;
    let made = Made::new(&bjorn, &changes, &[b"one", b"two"]);
    assert!(timed.asks(&bjorn).await);
    timed.call(&bjorn, &made.parts[0]).await;
    assert!(!timed.asks(&aisha).await);
    assert!(timed.asks(&bjorn).await, "its maker may have to begin again");
    timed.now.fetch_add(10 * 60_000, Ordering::Relaxed);
    assert!(!timed.asks(&aisha).await);
    timed.now.fetch_add(1, Ordering::Relaxed);
    assert!(timed.asks(&aisha).await, "it was given up");
}

impl Timed {
    /// Aisha and Bjørn, and what she has written.
    async fn site() -> (Self, Device, Device, Vec<SealedChange>) {
        let (timed, aisha, bjorn) =
            (Self::new().await, Device::of_site(1, 1), Device::of_site(1, 2));
        timed.call(&aisha, &aisha.found()).await;
        timed.call(&bjorn, &bjorn.join()).await;
        let changes = aisha.write_groups(&[1; 5]);
        timed.call(&aisha, &aisha.push(&changes)).await;
        (timed, aisha, bjorn, changes)
    }

    async fn keeps(&self, device: &Device, part: &KeepPart) -> Result<(), Refusal> {
        call(&self.server, device, part, self.now.load(Ordering::Relaxed)).await
    }

    async fn completes(&self, device: &Device, made: &Made) -> Result<(), Refusal> {
        let kept = KeepSnapshot { snapshot: made.snapshot(device) };
        call(&self.server, device, &kept, self.now.load(Ordering::Relaxed)).await
    }

    fn passes(&self, minutes: u64) {
        self.now.fetch_add(minutes * 60_000, Ordering::Relaxed);
    }
}

#[tokio::test]
async fn a_snapshot_is_taken_only_from_whoever_was_asked_and_within_ten_minutes() {
    let (timed, aisha, bjorn, changes) = Timed::site().await;
    let made = Made::new(&bjorn, &changes, &[b"one", b"two"]);
    let refused = Err(Refusal::UnknownSnapshot);
    assert_eq!(timed.keeps(&bjorn, &made.parts[0]).await, refused, "he was not asked");
    assert!(timed.asks(&aisha).await);
    assert_eq!(timed.keeps(&bjorn, &made.parts[0]).await, refused, "she was");
    assert!(timed.asks(&bjorn).await);
    timed.passes(11);
    assert_eq!(timed.keeps(&bjorn, &made.parts[0]).await, refused, "too late");
    assert!(timed.asks(&bjorn).await);
    timed.passes(9);
    assert_eq!(timed.keeps(&bjorn, &made.parts[0]).await, Ok(()));
    timed.passes(9);
    assert_eq!(timed.keeps(&bjorn, &made.parts[1]).await, Ok(()), "each part gives him time");
    timed.passes(11);
    assert_eq!(timed.completes(&bjorn, &made).await, refused);
    assert!(timed.asks(&bjorn).await);
    for part in &made.parts {
        assert_eq!(timed.keeps(&bjorn, part).await, Ok(()));
    }
    assert_eq!(timed.completes(&bjorn, &made).await, Ok(()));
}

#[tokio::test]
async fn where_the_setting_says_never_none_is_taken_or_handed_out() {
    let (mut world, aisha, bjorn) = World::with_snapshots(2).await;
    let changes = write(&world, &aisha, 4).await;
    assert!(is_asked(&world, &aisha).await && is_asked(&world, &bjorn).await);
    let made = Made::new(&aisha, &changes, &[b"all"]);
    made.keep(&world, &aisha).await.unwrap();
    world.stop().await;
    let never = Config { snapshot_after: 0, ..Config::new(world.store.database()) };
    world.start_with(never).await;
    let newest = world.call(&bjorn, &GetSnapshot { space: bjorn.space }).await;
    assert_eq!(newest, Ok(None));
    let part = GetPart { space: bjorn.space, at: 4, part: 0 };
    assert_eq!(world.call(&bjorn, &part).await.err(), Some(Refusal::UnknownSnapshot));
    assert_eq!(made.keep(&world, &aisha).await, Err(Refusal::UnknownSnapshot));
    assert_eq!(made.complete(&world, &aisha).await, Err(Refusal::UnknownSnapshot));
}
