//! What is stored lasts, and cannot be read.

use std::path::Path;

use rusqlite::Connection;
use server::{Config, Error, Server};
use sync::wire::{Members, encode};

use crate::world::World;

#[tokio::test]
async fn a_restart_keeps_everything() {
    let (mut world, aisha, bjorn) = World::with_two_members().await;
    let changes = aisha.write_groups(&[1, 2]);
    world.call(&aisha, &aisha.push(&changes)).await.unwrap();
    let before = world.pull_all(&bjorn, 1_000).await;
    let roster = world.call(&bjorn, &Members { space: bjorn.space }).await;
    world.stop().await;
    world.start(None).await;
    assert_eq!(world.pull_all(&bjorn, 1_000).await, before);
    assert_eq!(world.call(&bjorn, &Members { space: bjorn.space }).await, roster);
    let again = world.call(&aisha, &aisha.push(&changes)).await.unwrap();
    assert_eq!((again.seq, again.head, again.epoch), (3, 3, before[0].epoch));
}

#[tokio::test]
async fn a_stopped_server_leaves_one_whole_file() {
    let (mut world, aisha, _) = World::with_two_members().await;
    world.call(&aisha, &aisha.push(&aisha.write_groups(&[1, 2]))).await.unwrap();
    world.stop().await;
    let files: Vec<_> = std::fs::read_dir(world.data.path()).unwrap().collect();
    assert_eq!(files.len(), 1, "{files:?}");
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_left_alone() {
    let (mut world, _, _) = World::with_two_members().await;
    world.stop().await;
    let path = world.data.path().join("server.db");
    let db = Connection::open(&path).unwrap();
    db.pragma_update(None, "user_version", 99).unwrap();
    db.close().unwrap();
    let before = std::fs::read(&path).unwrap();
    let config = Config { listen: "127.0.0.1:0".into(), data: world.data.path().into(), web: None };
    assert!(matches!(Server::start(config).await, Err(Error::Newer { found: 99, known: 1 })));
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[tokio::test]
async fn the_database_on_disk_contains_none_of_the_plaintext() {
    let (mut world, aisha, _) = World::with_two_members().await;
    let secret = "Vann i kjelleren hos familien i annen etasje";
    let change = aisha.write(secret);
    world.call(&aisha, &aisha.push(std::slice::from_ref(&change))).await.unwrap();
    assert!(!holds(world.data.path(), secret.as_bytes()));
    assert!(!holds(world.data.path(), b"Aisha"));
    assert!(holds(world.data.path(), &change.payload), "what was sent is there, sealed");
    world.stop().await;
    assert!(!holds(world.data.path(), secret.as_bytes()));
    assert!(!encode(&change).windows(secret.len()).any(|part| part == secret.as_bytes()));
}

fn holds(folder: &Path, needle: &[u8]) -> bool {
    std::fs::read_dir(folder).unwrap().any(|file| {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        bytes.windows(needle.len()).any(|part| part == needle)
    })
}
