//! Members exchange changes, in one order for all, and nothing twice.

use wire::{Hash, Refusal, roll};

use crate::it::device::Device;
use crate::it::world::{World, joined};

#[tokio::test]
async fn two_members_exchange_changes_in_the_same_order() {
    let (world, aisha, bjorn) = World::with_two_members().await;
    for _ in 0..3 {
        world.call(&aisha, &aisha.push(&aisha.write_groups(&[1, 2]))).await.unwrap();
        world.call(&bjorn, &bjorn.push(&bjorn.write_groups(&[3]))).await.unwrap();
    }
    let (hers, his) = (world.pull_all(&aisha, 1_000).await, world.pull_all(&bjorn, 4).await);
    assert_eq!((his.len(), hers.len()), (6, 1));
    assert_eq!(hers.last().unwrap().digest, his.last().unwrap().digest);
    let (hers, his) = (joined(hers), joined(his));
    assert_eq!(hers, his);
    assert_eq!(hers.len(), 18);
}

#[tokio::test]
async fn a_second_push_of_the_same_changes_nothing() {
    let (world, aisha, _) = World::with_two_members().await;
    let push = aisha.push(&aisha.write_groups(&[1, 2]));
    let first = world.call(&aisha, &push).await.unwrap();
    assert_eq!(world.call(&aisha, &push).await, Ok(first.clone()));
    assert_eq!((first.seq, first.head), (3, 3));
    let more = [push.changes, aisha.write_groups(&[2])].concat();
    let longer = world.call(&aisha, &aisha.push(&more)).await.unwrap();
    assert_eq!((longer.seq, longer.head), (5, 5));
    assert_eq!(joined(world.pull_all(&aisha, 1_000).await), more);
}

#[tokio::test]
async fn an_empty_push_tells_where_the_device_stands() {
    let (world, aisha, bjorn) = World::with_two_members().await;
    world.call(&aisha, &aisha.push(&aisha.write_groups(&[2]))).await.unwrap();
    let pushed = world.call(&bjorn, &bjorn.push(&[])).await.unwrap();
    assert_eq!((pushed.seq, pushed.head), (0, 2));
}

#[tokio::test]
async fn a_gap_is_named_and_stores_nothing() {
    let (world, aisha, _) = World::with_two_members().await;
    let changes = aisha.write_groups(&[1, 1, 1]);
    let refused = world.call(&aisha, &aisha.push(&changes[1..])).await;
    assert_eq!(refused, Err(Refusal::Gap { expected: 1 }));
    world.call(&aisha, &aisha.push(&changes[..1])).await.unwrap();
    let refused = world.call(&aisha, &aisha.push(&changes[2..])).await;
    assert_eq!(refused, Err(Refusal::Gap { expected: 2 }));
    assert_eq!(joined(world.pull_all(&aisha, 1_000).await), changes[..1]);
}

#[tokio::test]
async fn a_clone_is_named_and_stores_nothing() {
    let (world, aisha, _) = World::with_two_members().await;
    let kept = aisha.write_groups(&[1, 1]);
    world.call(&aisha, &aisha.push(&kept)).await.unwrap();
    let cloned = Device::of_site(1, 1);
    let others = [vec![kept[0].clone()], cloned.write_groups(&[1, 1, 1]).split_off(1)].concat();
    let refused = world.call(&cloned, &cloned.push(&others)).await;
    assert_eq!(refused, Err(Refusal::Cloned { seq: 2 }));
    assert_eq!(joined(world.pull_all(&aisha, 1_000).await), kept);
}

#[tokio::test]
async fn a_batch_is_stored_whole_or_not_at_all() {
    let (world, aisha, _) = World::with_two_members().await;
    let mut changes = aisha.write_groups(&[1, 1, 1]);
    changes[2].payload[0] ^= 1;
    assert_eq!(world.call(&aisha, &aisha.push(&changes)).await, Err(Refusal::BadSignature));
    assert_eq!(world.pull_all(&aisha, 1_000).await[0].head, 0);
}

#[tokio::test]
async fn the_digest_rolls_over_every_change_in_order() {
    let (world, aisha, _) = World::with_two_members().await;
    world.call(&aisha, &aisha.push(&aisha.write_groups(&[1, 3, 2]))).await.unwrap();
    let mut digest = Hash::default();
    for page in world.pull_all(&aisha, 3).await {
        digest = page.changes.iter().fold(digest, |digest, change| roll(&digest, &change.header));
        assert_eq!(page.digest, digest);
    }
}

#[tokio::test]
async fn eight_members_pushing_at_once_hide_nothing_from_a_reader_at_its_cursor() {
    let world = World::new().await;
    let reader = Device::of_site(1, 100);
    world.call(&reader, &reader.found()).await.unwrap();
    let mut writers = tokio::task::JoinSet::new();
    let world = std::sync::Arc::new(world);
    for number in 1..=8 {
        let world = std::sync::Arc::clone(&world);
        writers.spawn(async move {
            let writer = Device::of_site(1, number);
            world.call(&writer, &writer.join()).await.unwrap();
            for size in [1, 3, 2, 5] {
                world.call(&writer, &writer.push(&writer.write_groups(&[size, 1]))).await.unwrap();
            }
        });
    }
    let (mut read, mut after) = (Vec::new(), 0);
    while read.len() < 8 * 15 {
        let page = world.call(&reader, &reader.pull(after)).await.unwrap();
        after = page.next;
        read.extend(page.changes);
    }
    while let Some(written) = writers.join_next().await {
        written.unwrap();
    }
    assert_eq!(joined(world.pull_all(&reader, 1_000).await), read);
}
