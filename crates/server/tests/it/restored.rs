//! A server put back from a backup has forgotten, says so, and is told again.

use wire::{GetSnapshot, Head, Refusal, Wait};

use crate::it::maker::Made;
use crate::it::world::{World, joined};
use crate::store::Backup;

#[tokio::test]
async fn a_restored_server_says_so_and_is_offered_again_what_it_lacks() {
    let (mut world, aisha, bjorn) = World::with_two_members().await;
    let changes = aisha.write_groups(&[1, 2, 1]);
    world.call(&aisha, &aisha.push(&changes[..1])).await.unwrap();
    let backup = backup(&mut world).await;
    let pushed = world.call(&aisha, &aisha.push(&changes[1..3])).await.unwrap();
    restore(&mut world, &backup).await;

    let page = world.call(&bjorn, &bjorn.pull(3)).await.unwrap();
    assert_ne!(page.epoch, pushed.epoch);
    assert_eq!((page.changes.len(), page.next, page.head), (0, 1, 1));
    assert_eq!(page.digest, world.pull_all(&bjorn, 1_000).await[0].digest);
    let wait = Wait { space: bjorn.space, after: 3 };
    assert_eq!(world.call(&bjorn, &wait).await, Ok(Head { epoch: page.epoch, head: 1 }));

    let refused = world.call(&aisha, &aisha.push(&changes[3..])).await;
    assert_eq!(refused, Err(Refusal::Gap { expected: 2 }));
    world.call(&aisha, &aisha.push(&changes[1..])).await.unwrap();
    assert_eq!(joined(world.pull_all(&bjorn, 1_000).await), changes);
}

#[tokio::test]
async fn a_snapshot_is_put_back_with_the_changes() {
    let (mut world, aisha, bjorn) = World::with_snapshots(1).await;
    let changes = aisha.write_groups(&[1, 2]);
    world.call(&aisha, &aisha.push(&changes)).await.unwrap();
    assert!(world.call(&aisha, &aisha.pull(0)).await.unwrap().snapshot_due);
    let made = Made::new(&aisha, &changes, &[b"one", b"two"]);
    made.keep(&world, &aisha).await.unwrap();
    let backup = backup(&mut world).await;
    let more = aisha.write_groups(&[1]);
    world.call(&aisha, &aisha.push(&more)).await.unwrap();
    let newer = Made::new(&aisha, &[changes, more].concat(), &[b"three"]);
    newer.keep(&world, &aisha).await.unwrap();
    restore(&mut world, &backup).await;
    let found = world.call(&bjorn, &GetSnapshot { space: bjorn.space }).await.unwrap();
    assert_eq!(found, Some(made.snapshot(&aisha)));
    let lost = newer.complete(&world, &aisha).await;
    assert_eq!(lost, Err(Refusal::Malformed), "of what it doesn't know any more");
}

async fn backup(world: &mut World) -> Backup {
    world.stop().await;
    let backup = world.store.backup();
    world.start().await;
    backup
}

async fn restore(world: &mut World, backup: &Backup) {
    world.stop().await;
    world.store.restore(backup);
    server::mark_restored(world.store.database()).await.unwrap();
    world.start().await;
}
