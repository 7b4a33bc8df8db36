//! Disks flip bits. What is damaged is never handed out: devices keep what they have and ask again, and the
//! operator is told.

use server::{Config, Damage};
use uuid::Uuid;
use wire::{GetPart, Members, Part, Refusal, Roster};

use crate::it::device::Device;
use crate::it::maker::Made;
use crate::it::world::{World, joined};

/// Everything of a change's row that a bit may flip in, but for its position.
const CHANGE: [&str; 10] = [
    "payload",
    "signature",
    "hash",
    "digest",
    "record",
    "action",
    "action_end",
    "clock",
    "size",
    "device",
];

async fn with_four_changes() -> (World, Device, Device) {
    let (mut world, aisha, bjorn) = World::with_two_members().await;
    world.stop().await;
    let admin = Some("127.0.0.1:0".to_owned());
    let usual = Config::new(world.store.database());
    world.start_with(Config { admin, snapshot_after: 1, ..usual }).await;
    world.call(&aisha, &aisha.push(&aisha.write_groups(&[1, 2, 1]))).await.unwrap();
    (world, aisha, bjorn)
}

async fn damages(world: &mut World) -> Vec<Damage> {
    world.stop().await;
    let checked = server::check(world.store.database()).await.unwrap();
    world.start().await;
    checked.damages
}

#[tokio::test]
async fn a_change_with_a_flipped_bit_is_not_handed_out_and_is_once_it_is_mended() {
    let (world, aisha, bjorn) = with_four_changes().await;
    let whole = world.pull_all(&bjorn, 1_000).await;
    for column in CHANGE {
        world.store.flip("change", column, "position = 4").await;
        assert_eq!(world.call(&bjorn, &bjorn.pull(3)).await, Err(Refusal::Storage), "{column}");
        let before = world.call(&bjorn, &bjorn.pull(0)).await;
        assert!(before.is_err() || before.is_ok_and(|page| page.next == 3), "{column}");
        world.store.flip("change", column, "position = 4").await;
        assert_eq!(world.pull_all(&bjorn, 1_000).await, whole, "{column}");
    }
    let told = world.operator("/metrics").await;
    assert!(told.contains(r#"bomiljo_damage_total{what="change"}"#), "{told}");
    assert!(world.call(&aisha, &aisha.push(&aisha.write_groups(&[1]))).await.is_ok());
}

#[tokio::test]
async fn who_saves_is_not_told_that_a_damaged_change_is_stored_or_was_anothers() {
    let (world, aisha, _) = with_four_changes().await;
    let again = world.pull_all(&aisha, 1_000).await;
    let (stored, next) = (joined(again), aisha.write("next"));
    for column in ["seq", "record", "clock", "digest"] {
        world.store.flip("change", column, "position = 4").await;
        let refused = world.call(&aisha, &aisha.push(std::slice::from_ref(&next))).await;
        assert_eq!(refused, Err(Refusal::Storage), "{column}");
        let refused = world.call(&aisha, &aisha.push(&stored[3..])).await;
        assert_eq!(refused, Err(Refusal::Storage), "{column}");
        world.store.flip("change", column, "position = 4").await;
    }
    assert_eq!(world.call(&aisha, &aisha.push(&[next])).await.unwrap().seq, 5);
}

fn devices(roster: &Roster) -> Vec<Uuid> {
    roster.members.iter().map(|it| it.device).collect()
}

#[tokio::test]
async fn a_member_with_a_flipped_bit_is_left_out_stops_nobody_and_is_not_taken_for_a_forger() {
    let (world, aisha, bjorn) = with_four_changes().await;
    let members = Members { space: aisha.space };
    for column in ["profile", "proof", "device"] {
        world.store.flip("member", column, "place = 2").await;
        let left = devices(&world.call(&aisha, &members).await.unwrap());
        assert_eq!(left, [aisha.id], "{column}");
        assert_eq!(devices(&world.call(&aisha, &aisha.join()).await.unwrap()), left);
        world.store.flip("member", column, "place = 2").await;
    }
    world.store.flip("member", "key", "place = 2").await;
    assert_eq!(world.call(&bjorn, &bjorn.pull(0)).await, Err(Refusal::Storage));
    world.store.flip("member", "key", "place = 2").await;
    let told = world.operator("/metrics").await;
    assert!(told.contains(r#"bomiljo_damage_total{what="member"}"#), "{told}");
    assert_eq!(devices(&world.call(&bjorn, &members).await.unwrap()), [aisha.id, bjorn.id]);
    let forger = Device { key: wire::DeviceKey::from_bytes(&[66; 32]), ..Device::of_site(1, 2) };
    assert_eq!(world.call(&forger, &members).await, Err(Refusal::BadSignature));
}

#[tokio::test]
async fn a_damaged_snapshot_is_left_out_and_devices_go_on_change_by_change() {
    let (world, aisha, bjorn) = with_four_changes().await;
    let changes = joined(world.pull_all(&aisha, 1_000).await);
    Made::new(&aisha, &changes, &[b"one", b"two"]).keep(&world, &aisha).await.unwrap();
    let part = GetPart { space: aisha.space, at: 4, part: 1 };
    world.store.flip("snapshot_part", "bytes", "part = 1").await;
    assert_eq!(world.call(&bjorn, &part).await, Err(Refusal::UnknownSnapshot));
    let told = world.operator("/metrics").await;
    assert!(told.contains(r#"bomiljo_damage_total{what="snapshot"}"#), "{told}");
    world.store.flip("snapshot_part", "bytes", "part = 1").await;
    assert_eq!(world.call(&bjorn, &part).await, Ok(Part { bytes: b"two".to_vec() }));
}

#[tokio::test]
async fn the_operator_can_have_everything_walked_through() {
    let (mut world, aisha, _) = with_four_changes().await;
    let other = Device::of_site(2, 1);
    world.call(&other, &other.found()).await.unwrap();
    world.call(&other, &other.push(&other.write_groups(&[3]))).await.unwrap();
    let changes = joined(world.pull_all(&aisha, 1_000).await);
    Made::new(&aisha, &changes, &[b"one", b"two"]).keep(&world, &aisha).await.unwrap();
    assert_eq!(damages(&mut world).await, []);
    for (table, column, which, what, after) in [
        ("change", "payload", "position = 4", "change", Some(3)),
        ("change", "signature", "position = 4", "change", Some(3)),
        ("member", "proof", "place = 2", "member", None),
        ("snapshot_part", "bytes", "part = 1", "snapshot", None),
    ] {
        world.store.flip(table, column, which).await;
        let space = Some(aisha.space);
        let damage = Damage { space, after, what: what.to_owned() };
        assert_eq!(damages(&mut world).await, [damage], "{table}.{column}");
        world.store.flip(table, column, which).await;
    }
    assert_eq!(damages(&mut world).await, []);
}

#[tokio::test]
async fn what_an_earlier_version_stored_is_handed_out_and_counted() {
    let (mut world, aisha, bjorn) = with_four_changes().await;
    let stored = joined(world.pull_all(&bjorn, 1_000).await);
    world.stop().await;
    world.store.as_before_sums().await;
    world.start().await;
    assert_eq!(joined(world.pull_all(&bjorn, 1_000).await), stored);
    world.call(&aisha, &aisha.push(&aisha.write_groups(&[2]))).await.unwrap();
    assert_eq!(joined(world.pull_all(&bjorn, 1_000).await).len(), 6);
    assert_eq!(damages(&mut world).await, []);
}
