//! What only a file can get wrong.

use rusqlite::Connection;
use server::{Config, Database, Error, Server};

use crate::it::world::World;

#[tokio::test]
async fn a_stopped_server_leaves_one_whole_file() {
    let (mut world, aisha, _) = World::with_two_members().await;
    world.call(&aisha, &aisha.push(&aisha.write_groups(&[1, 2]))).await.unwrap();
    world.stop().await;
    let files = std::fs::read_dir(world.store.folder()).unwrap();
    let mut names: Vec<_> = files.map(|it| it.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["lock", "server.db"]);
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_but_the_owner_gets_at_the_file_or_its_folder() {
    use std::fs::{Permissions, create_dir, metadata, set_permissions};
    use std::os::unix::fs::PermissionsExt;

    let outer = tempfile::TempDir::new().unwrap();
    let (made, found) = (outer.path().join("made"), outer.path().join("found"));
    create_dir(&found).unwrap();
    set_permissions(&found, Permissions::from_mode(0o755)).unwrap();
    for folder in [made, found] {
        let server = Server::start(Config::new(Database::Folder(folder.clone()))).await.unwrap();
        for (path, mode) in [("", 0o700), ("server.db", 0o600), ("server.db-wal", 0o600)] {
            let found = metadata(folder.join(path)).unwrap().permissions().mode() & 0o777;
            assert_eq!(found, mode, "{path}");
        }
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_database_that_is_gone_or_empty_is_not_begun_anew_over_what_is_left_of_it() {
    for gone in [true, false] {
        let (mut world, aisha, _) = World::with_two_members().await;
        world.call(&aisha, &aisha.push(&aisha.write_groups(&[1]))).await.unwrap();
        let (file, log) = ("server.db", "server.db-wal");
        let left = std::fs::read(world.store.folder().join(log)).unwrap();
        world.stop().await;
        std::fs::write(world.store.folder().join(log), &left).unwrap();
        std::fs::remove_file(world.store.folder().join(file)).unwrap();
        if !gone {
            std::fs::write(world.store.folder().join(file), "").unwrap();
        }
        let started = Server::start(Config::new(world.store.database())).await;
        let told = started.err().unwrap().to_string();
        assert!(told.contains(log) && told.contains("--restored"), "{told}");
        assert_eq!(std::fs::read(world.store.folder().join(log)).unwrap(), left);
    }
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
    assert!(matches!(started, Err(Error::Newer { found: 99, known: 3 })));
    assert_eq!(std::fs::read(&path).unwrap(), before);
}
