//! What only a file can get wrong.

use rusqlite::Connection;
use server::{Config, Error, Server};

use crate::it::world::World;

#[tokio::test]
async fn a_stopped_server_leaves_one_whole_file() {
    let (mut world, aisha, _) = World::with_two_members().await;
    world.call(&aisha, &aisha.push(&aisha.write_groups(&[1, 2]))).await.unwrap();
    world.stop().await;
    let files: Vec<_> = std::fs::read_dir(world.store.folder()).unwrap().collect();
    assert_eq!(files.len(), 1, "{files:?}");
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_left_alone() {
    let (mut world, _, _) = World::with_two_members().await;
    world.stop().await;
    let path = world.store.folder().join("server.db");
    let db = Connection::open(&path).unwrap();
    db.pragma_update(None, "user_version", 99).unwrap();
    db.close().unwrap();
    let before = std::fs::read(&path).unwrap();
    let started = Server::start(Config::new(world.store.database())).await;
    assert!(matches!(started, Err(Error::Newer { found: 99, known: 2 })));
    assert_eq!(std::fs::read(&path).unwrap(), before);
}
