//! No row is ever hidden from a reader at its cursor.

use std::sync::Arc;

use server::storage::postgres::Postgres;
use server::storage::{Batch, Storage};
use server::{Database, Host};
use tokio::task::JoinSet;
use uuid::Uuid;
use wire::{Header, SealedChange};

use crate::it::device::Device;
use crate::store::Store;

const WRITERS: u8 = 8;
const TRANSACTIONS: u64 = 10_000;

/// Some transactions dawdle between storing and committing.
const DAWDLING: &str = "
    CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF random() < 0.05 THEN
            PERFORM pg_sleep(random() / 100);
        END IF;
        RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER dawdling AFTER INSERT ON change
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dawdle();
";

#[tokio::test(flavor = "multi_thread")]
async fn of_ten_thousand_transactions_none_is_hidden_from_a_reader_at_its_cursor() {
    let store = Store::new();
    let Database::Postgres(address) = store.database() else { unreachable!() };
    // Two servers with connections of their own.
    let mut servers = Vec::new();
    for _ in 0..2 {
        let opened = Postgres::open(&address, Host::default()).await.unwrap();
        servers.push(Arc::new(opened));
    }
    store.connect().await.batch_execute(DAWDLING).await.unwrap();
    let reader = Device::of_site(1, 100);
    servers[0].found(reader.found()).await.unwrap();

    let mut tasks = JoinSet::new();
    for number in 1..=WRITERS {
        tasks.spawn(write(Arc::clone(&servers[usize::from(number) % 2]), number));
    }
    let readers = [0, 1].map(|it| tokio::spawn(read(Arc::clone(&servers[it]), reader.space)));
    while let Some(written) = tasks.join_next().await {
        written.unwrap();
    }
    for reader in readers {
        let mut seen = reader.await.unwrap();
        assert_eq!(seen.len() as u64, TRANSACTIONS);
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len() as u64, TRANSACTIONS, "each once");
    }
}

async fn write(server: Arc<Postgres>, number: u8) {
    let writer = Device::of_site(1, number);
    server.join(writer.join()).await.unwrap();
    let template = writer.write("text");
    for seq in 1..=TRANSACTIONS / u64::from(WRITERS) {
        let header = Header { seq, ..template.header.clone() };
        let changes = vec![SealedChange { header, ..template.clone() }];
        server.push(Batch { space: writer.space, device: writer.id, changes }).await.unwrap();
    }
}

/// Reads on from where it is until it has seen as many as there will be.
async fn read(server: Arc<Postgres>, space: Uuid) -> Vec<(Uuid, u64)> {
    let (mut seen, mut after) = (Vec::new(), 0);
    while after < TRANSACTIONS {
        let pull = wire::Pull { space, after, limit: 50 };
        let page = server.pull(pull).await.unwrap();
        after = page.next;
        seen.extend(page.changes.iter().map(|change| (change.header.device, change.header.seq)));
    }
    seen
}
