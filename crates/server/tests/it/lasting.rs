//! What is stored lasts, and cannot be read.

use wire::Members;

use crate::it::world::World;

#[tokio::test]
async fn a_restart_keeps_everything() {
    let (mut world, aisha, bjorn) = World::with_two_members().await;
    let changes = aisha.write_groups(&[1, 2]);
    world.call(&aisha, &aisha.push(&changes)).await.unwrap();
    let before = world.pull_all(&bjorn, 1_000).await;
    let roster = world.call(&bjorn, &Members { space: bjorn.space }).await;
    world.stop().await;
    world.start().await;
    assert_eq!(world.pull_all(&bjorn, 1_000).await, before);
    assert_eq!(world.call(&bjorn, &Members { space: bjorn.space }).await, roster);
    let again = world.call(&aisha, &aisha.push(&changes)).await.unwrap();
    assert_eq!((again.seq, again.head, again.epoch), (3, 3, before[0].epoch));
}
