//! The schema, and what transactions do when they lose.

use server::storage::Storage;
use server::storage::postgres::Postgres;
use server::{Config, Error, Host, Server};
use tokio::task::JoinSet;

use crate::it::world::{World, joined};
use crate::store::Store;

#[tokio::test]
async fn servers_that_start_at_once_agree_on_the_schema() {
    let store = Store::new();
    let mut starting = JoinSet::new();
    for _ in 0..6 {
        let address = store.at();
        starting.spawn(async move { Postgres::open(&address, Host::default()).await });
    }
    while let Some(started) = starting.join_next().await {
        started.unwrap().unwrap().check().await.unwrap();
    }
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_left_alone() {
    let (mut world, _, _) = World::with_two_members().await;
    world.stop().await;
    let db = world.store.connect().await;
    db.batch_execute("INSERT INTO migration SELECT generate_series(4, 99)").await.unwrap();
    let started = Server::start(Config::new(world.store.database())).await;
    assert!(matches!(started, Err(Error::Newer { found: 99, known: 3 })));
}

/// Two of three transactions are told that they lost to another.
const LOSING: &str = "
    CREATE SEQUENCE tries;
    CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF nextval('tries') % 3 <> 0 THEN
            RAISE EXCEPTION 'lost' USING ERRCODE = 'serialization_failure';
        END IF;
        RETURN NULL;
    END $$;
    CREATE TRIGGER losing AFTER INSERT ON change FOR EACH STATEMENT EXECUTE FUNCTION lose();
";

#[tokio::test]
async fn a_transaction_that_loses_to_another_is_tried_again() {
    let (world, aisha, _) = World::with_two_members().await;
    world.store.connect().await.batch_execute(LOSING).await.unwrap();
    let mut sent = Vec::new();
    for _ in 0..5 {
        let changes = aisha.write_groups(&[1, 2]);
        world.call(&aisha, &aisha.push(&changes)).await.unwrap();
        sent.extend(changes);
    }
    assert_eq!(joined(world.pull_all(&aisha, 1_000).await), sent);
}
