//! Snapshots: handed out only when they are whole, and the newest alone.

use tokio::task::JoinSet;
use wire::snapshot::sign;
use wire::{
    GetPart, GetSnapshot, KeepPart, KeepSnapshot, Manifest, PART_LIMIT, PARTS_LIMIT, Part,
    PartName, Refusal, SealedChange, Snapshot,
};

use crate::it::device::Device;
use crate::it::maker::{Made, hash};
use crate::it::world::World;

/// A site whose members were asked for a snapshot, and the changes that it has stored.
async fn site(count: usize) -> (World, Device, Device, Vec<SealedChange>) {
    let (world, aisha, bjorn) = World::with_snapshots(1).await;
    let changes = aisha.write_groups(&vec![1; count]);
    world.call(&aisha, &aisha.push(&changes)).await.unwrap();
    for device in [&aisha, &bjorn] {
        is_asked(&world, device).await;
    }
    (world, aisha, bjorn, changes)
}

async fn is_asked(world: &World, device: &Device) {
    assert!(world.call(device, &device.pull(0)).await.unwrap().snapshot_due);
}

async fn newest(world: &World, device: &Device) -> Option<Snapshot> {
    world.call(device, &GetSnapshot { space: device.space }).await.unwrap()
}

async fn part(world: &World, device: &Device, at: u64, part: u32) -> Result<Vec<u8>, Refusal> {
    let wanted = GetPart { space: device.space, at, part };
    world.call(device, &wanted).await.map(|Part { bytes }| bytes)
}

#[tokio::test]
async fn a_snapshot_is_handed_out_only_when_it_is_complete() {
    let (world, aisha, bjorn, changes) = site(3).await;
    let made = Made::new(&aisha, &changes, &[b"one", b"two"]);
    assert_eq!(newest(&world, &bjorn).await, None);
    made.begin(&world, &aisha).await.unwrap();
    assert_eq!(newest(&world, &bjorn).await, None);
    assert_eq!(part(&world, &bjorn, 3, 0).await, Err(Refusal::UnknownSnapshot));
    made.complete(&world, &aisha).await.unwrap();
    assert_eq!(newest(&world, &bjorn).await, Some(made.snapshot(&aisha)));
    assert_eq!(part(&world, &bjorn, 3, 0).await, Ok(b"one".to_vec()));
    assert_eq!(part(&world, &bjorn, 3, 1).await, Ok(b"two".to_vec()));
    for (at, number) in [(3, 2), (2, 0), (4, 0), (u64::MAX, 0), (3, u32::MAX)] {
        assert_eq!(part(&world, &bjorn, at, number).await, Err(Refusal::UnknownSnapshot));
    }
}

#[tokio::test]
async fn parts_come_in_any_order_and_twice() {
    let (world, aisha, bjorn, changes) = site(3).await;
    let made = Made::new(&aisha, &changes, &[b"one", b"two", b"three"]);
    let spoilt = KeepPart { bytes: b"spoilt".to_vec(), ..made.parts[1].clone() };
    for kept in [&made.parts[0], &made.parts[2], &spoilt, &made.parts[1], &made.parts[0]] {
        world.call(&aisha, kept).await.unwrap();
    }
    made.complete(&world, &aisha).await.unwrap();
    assert_eq!(part(&world, &bjorn, 3, 1).await, Ok(b"two".to_vec()));
}

#[tokio::test]
async fn a_complete_snapshot_is_not_altered_by_who_comes_late() {
    let (world, aisha, bjorn, changes) = site(3).await;
    let made = Made::new(&aisha, &changes, &[b"one", b"two"]);
    made.keep(&world, &aisha).await.unwrap();
    let late = Made::new(&aisha, &changes, &[b"late"]);
    assert_eq!(late.keep(&world, &aisha).await, Ok(()));
    assert_eq!(Made::new(&bjorn, &changes, &[b"later"]).keep(&world, &bjorn).await, Ok(()));
    assert_eq!(made.complete(&world, &aisha).await, Ok(()));
    assert_eq!(newest(&world, &bjorn).await, Some(made.snapshot(&aisha)));
    assert_eq!(part(&world, &bjorn, 3, 0).await, Ok(b"one".to_vec()));
    assert_eq!(part(&world, &bjorn, 3, 1).await, Ok(b"two".to_vec()));
}

#[tokio::test]
async fn a_part_of_another_device_is_not_mixed_in() {
    let (world, aisha, bjorn, changes) = site(3).await;
    let hers = Made::new(&aisha, &changes, &[b"hers", b"his"]);
    let his = Made::new(&bjorn, &changes, &[b"his", b"his"]);
    world.call(&aisha, &hers.parts[0]).await.unwrap();
    his.begin(&world, &bjorn).await.unwrap();
    assert_eq!(hers.complete(&world, &aisha).await, Err(Refusal::UnknownSnapshot));
    his.complete(&world, &bjorn).await.unwrap();
    assert_eq!(part(&world, &aisha, 3, 0).await, Ok(b"his".to_vec()));
}

#[tokio::test]
async fn a_snapshot_is_begun_by_its_first_part() {
    let (world, aisha, _, changes) = site(3).await;
    let made = Made::new(&aisha, &changes, &[b"one", b"two"]);
    let refused = world.call(&aisha, &made.parts[1]).await;
    assert_eq!(refused, Err(Refusal::UnknownSnapshot));
    assert_eq!(made.complete(&world, &aisha).await, Err(Refusal::UnknownSnapshot));
}

#[tokio::test]
async fn who_begins_another_snapshot_gives_the_last_one_up() {
    let (world, aisha, _, changes) = site(3).await;
    let first = Made::new(&aisha, &changes[..2], &[b"one", b"two"]);
    first.begin(&world, &aisha).await.unwrap();
    Made::new(&aisha, &changes, &[b"all"]).begin(&world, &aisha).await.unwrap();
    assert_eq!(first.complete(&world, &aisha).await, Err(Refusal::UnknownSnapshot));
    let refused = world.call(&aisha, &first.parts[1]).await;
    assert_eq!(refused, Err(Refusal::UnknownSnapshot));
}

#[tokio::test]
async fn a_snapshot_that_is_begun_anew_may_have_fewer_parts() {
    let (world, aisha, _, changes) = site(3).await;
    Made::new(&aisha, &changes, &[b"one", b"two", b"three"]).begin(&world, &aisha).await.unwrap();
    let anew = Made::new(&aisha, &changes, &[b"all"]);
    anew.keep(&world, &aisha).await.unwrap();
    assert_eq!(newest(&world, &aisha).await, Some(anew.snapshot(&aisha)));
    assert_eq!(part(&world, &aisha, 3, 1).await, Err(Refusal::UnknownSnapshot));
}

#[tokio::test]
async fn a_snapshot_that_is_not_what_it_says_is_refused() {
    let (world, aisha, bjorn, changes) = site(3).await;
    let made = Made::new(&aisha, &changes, &[b"one", b"two"]);
    made.begin(&world, &aisha).await.unwrap();
    let good = &made.manifest;
    let name = |bytes| PartName { hash: hash(bytes), changes: 1 };
    let parts = |parts: &[PartName]| Manifest { parts: parts.to_vec(), ..good.clone() };
    let (one, two) = (name(b"one"), name(b"two"));
    for (why, manifest, refusal) in [
        ("another part", parts(&[one.clone(), name(b"other")]), Refusal::UnknownSnapshot),
        ("another order", parts(&[two.clone(), one.clone()]), Refusal::UnknownSnapshot),
        ("a part too many", parts(&[one, two, name(b"three")]), Refusal::UnknownSnapshot),
        ("no parts", parts(&[]), Refusal::Malformed),
        ("many parts", parts(&vec![name(b"one"); PARTS_LIMIT + 1]), Refusal::TooLarge),
        ("another history", Manifest { digest: [9; 32], ..good.clone() }, Refusal::Malformed),
        ("another place", Manifest { at: 2, ..good.clone() }, Refusal::Malformed),
        ("nothing", Manifest { at: 0, digest: [0; 32], ..good.clone() }, Refusal::Malformed),
        ("the future", Manifest { at: 4, digest: [0; 32], ..good.clone() }, Refusal::Malformed),
        ("the last day", Manifest { at: u64::MAX, ..good.clone() }, Refusal::Malformed),
        ("another maker", Manifest { device: bjorn.id, ..good.clone() }, Refusal::Malformed),
    ] {
        let snapshot = sign(manifest, &aisha.key);
        assert_eq!(world.call(&aisha, &KeepSnapshot { snapshot }).await, Err(refusal), "{why}");
    }
    let forged = KeepSnapshot { snapshot: sign(good.clone(), &bjorn.key) };
    assert_eq!(world.call(&aisha, &forged).await, Err(Refusal::BadSignature));
    assert_eq!(newest(&world, &aisha).await, None);
    made.complete(&world, &aisha).await.unwrap();
}

#[tokio::test]
async fn a_part_is_bounded_and_of_what_the_server_has() {
    let (world, aisha, _, changes) = site(3).await;
    let largest = vec![7; PART_LIMIT];
    let made = Made::new(&aisha, &changes, &[&largest]);
    let keep = &made.parts[0];
    let too_large = KeepPart { bytes: vec![7; PART_LIMIT + 1], ..keep.clone() };
    let too_many = KeepPart { part: u32::try_from(PARTS_LIMIT).unwrap(), ..keep.clone() };
    for refused in [too_large, too_many] {
        assert_eq!(world.call(&aisha, &refused).await, Err(Refusal::TooLarge));
    }
    for at in [0, 4, u64::MAX] {
        let refused = KeepPart { at, bytes: vec![7], ..keep.clone() };
        assert_eq!(world.call(&aisha, &refused).await, Err(Refusal::Malformed));
    }
    made.keep(&world, &aisha).await.unwrap();
    assert!(part(&world, &aisha, 3, 0).await.unwrap() == largest);
}

#[tokio::test]
async fn an_older_snapshot_goes_when_a_newer_one_is_complete() {
    let (world, aisha, bjorn, changes) = site(6).await;
    let old = Made::new(&aisha, &changes[..2], &[b"old"]);
    old.keep(&world, &aisha).await.unwrap();
    let slow = Made::new(&bjorn, &changes[..3], &[b"slow", b"slower"]);
    world.call(&bjorn, &slow.parts[0]).await.unwrap();
    let new = Made::new(&aisha, &changes[..4], &[b"new"]);
    new.begin(&world, &aisha).await.unwrap();
    assert_eq!(part(&world, &bjorn, 2, 0).await, Ok(b"old".to_vec()), "until then");
    new.complete(&world, &aisha).await.unwrap();
    assert_eq!(part(&world, &bjorn, 2, 0).await, Err(Refusal::UnknownSnapshot));
    assert_eq!(world.call(&bjorn, &slow.parts[1]).await, Ok(()), "nobody needs it any more");
    assert_eq!(slow.complete(&world, &bjorn).await, Ok(()));
    assert_eq!(old.keep(&world, &aisha).await, Ok(()));
    assert_eq!(newest(&world, &bjorn).await, Some(new.snapshot(&aisha)));
    assert_eq!(part(&world, &bjorn, 4, 0).await, Ok(b"new".to_vec()));
}

#[tokio::test]
async fn a_newer_snapshot_that_is_being_made_outlives_an_older_one() {
    let (world, aisha, bjorn, changes) = site(6).await;
    let newer = Made::new(&bjorn, &changes, &[b"newer"]);
    newer.begin(&world, &bjorn).await.unwrap();
    Made::new(&aisha, &changes[..4], &[b"older"]).keep(&world, &aisha).await.unwrap();
    newer.complete(&world, &bjorn).await.unwrap();
    assert_eq!(newest(&world, &aisha).await, Some(newer.snapshot(&bjorn)));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_that_are_made_at_once_the_newest_is_left_whole() {
    let (world, _, reader, changes) = site(12).await;
    let world = std::sync::Arc::new(world);
    for number in 10..22_u8 {
        let maker = Device::of_site(1, number);
        world.call(&maker, &maker.join()).await.unwrap();
        is_asked(&world, &maker).await;
    }
    let mut makers = JoinSet::new();
    for number in 10..22_u8 {
        let (world, changes) = (std::sync::Arc::clone(&world), changes.clone());
        makers.spawn(async move {
            let maker = Device::of_site(1, number);
            // Two of each position.
            let at = usize::from(number) / 2 + 2;
            let (first, second) = ([number; 9_000], [number, 2]);
            let made = Made::new(&maker, &changes[..at], &[&first, &second]);
            // Whose older one went meanwhile has nothing left to do.
            made.keep(&world, &maker).await.unwrap();
        });
    }
    while let Some(made) = makers.join_next().await {
        made.unwrap();
    }
    let newest = newest(&world, &reader).await.unwrap().manifest;
    assert_eq!(newest.at, 12);
    for (number, name) in (0..).zip(newest.parts) {
        assert_eq!(hash(&part(&world, &reader, 12, number).await.unwrap()), name.hash);
    }
}

#[tokio::test]
async fn a_stranger_gets_no_snapshot_and_leaves_none() {
    let (world, aisha, _, changes) = site(3).await;
    Made::new(&aisha, &changes[..2], &[b"hers"]).keep(&world, &aisha).await.unwrap();
    let stranger = Device::of_site(1, 9);
    let asked = world.call(&stranger, &GetSnapshot { space: stranger.space }).await;
    assert_eq!(asked, Err(Refusal::NotMember));
    assert_eq!(part(&world, &stranger, 2, 0).await, Err(Refusal::NotMember));
    let made = Made::new(&stranger, &changes, &[b"theirs"]);
    assert_eq!(made.begin(&world, &stranger).await, Err(Refusal::NotMember));
    assert_eq!(made.complete(&world, &stranger).await, Err(Refusal::NotMember));
}
