//! A server put back from a backup has forgotten, says so, and is told again.

use sync::wire::{Head, Refusal, Wait};

use crate::world::{World, joined};

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
    assert_eq!(world.call(&bjorn, &wait).await, Ok(Head { head: 1 }));

    let refused = world.call(&aisha, &aisha.push(&changes[3..])).await;
    assert_eq!(refused, Err(Refusal::Gap { expected: 2 }));
    world.call(&aisha, &aisha.push(&changes[1..])).await.unwrap();
    assert_eq!(joined(world.pull_all(&bjorn, 1_000).await), changes);
}

async fn backup(world: &mut World) -> Vec<u8> {
    world.stop().await;
    let bytes = std::fs::read(world.data.path().join("server.db")).unwrap();
    world.start(None).await;
    bytes
}

async fn restore(world: &mut World, backup: &[u8]) {
    world.stop().await;
    for file in std::fs::read_dir(world.data.path()).unwrap() {
        std::fs::remove_file(file.unwrap().path()).unwrap();
    }
    std::fs::write(world.data.path().join("server.db"), backup).unwrap();
    server::mark_restored(world.data.path()).await.unwrap();
    world.start(None).await;
}
