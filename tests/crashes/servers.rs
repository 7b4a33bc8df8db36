//! A server that is killed while two devices push.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use domain::calls;
use rusqlite::Connection;
use tests::Device;
use tests::site::{changes, copy, joins, meet, status};
use tokio::time::sleep;

use crate::dice::Dice;
use crate::programs::{ServerProcess, complaints};

const KILLS: usize = 100;

#[tokio::test(flavor = "multi_thread")]
async fn a_server_killed_a_hundred_times_has_whatever_it_confirmed() {
    let (dice, folder) = (Dice::new(), tempfile::tempdir().unwrap());
    let data = folder.path().join("server");
    let mut server = ServerProcess::start(&data);
    let [aisha, bjorn] =
        ["Aisha", "Bjørn"].map(|it| Arc::new(Device::open(&folder.path().join(it))));
    let (site, name) = ("Bredtvetveien 2".into(), "Aisha".into());
    aisha.run(calls::Found { server: server.url(), site, name }).await.unwrap();
    joins(&bjorn, &aisha, "Bjørn", &server.url()).await;
    let stop = Arc::new(AtomicBool::new(false));
    let devices = [aisha, bjorn];
    let saved = [0, 1].map(|_| Arc::new(AtomicU64::new(0)));
    let work =
        [0, 1].map(|it| tokio::spawn(works(devices[it].clone(), saved[it].clone(), stop.clone())));
    for kill in 0..KILLS {
        sleep(dice.shorter_than(Duration::from_millis(150))).await;
        server.kill();
        let mut confirmed = Vec::new();
        for (device, saved) in devices.iter().zip(&saved) {
            // In this order: what is saved in between only makes it less.
            let saved = saved.load(Ordering::SeqCst);
            confirmed.push(saved.saturating_sub(status(device).await.waiting));
        }
        let stored = stored(&data, &folder.path().join("aside"));
        let lost = confirmed.iter().zip(&stored).any(|(confirmed, stored)| confirmed > stored);
        assert!(!lost, "kill {kill}: {confirmed:?} were confirmed, {stored:?} are there");
        server.starts_again();
    }
    stop.store(true, Ordering::SeqCst);
    for work in work {
        work.await.unwrap();
    }
    meet(&[&devices[0], &devices[1]]).await;
    let all = saved[0].load(Ordering::SeqCst) + saved[1].load(Ordering::SeqCst);
    assert_eq!(changes(&devices[0]).await, all);
    assert_eq!(changes(&devices[1]).await, all);
    eprintln!("{all} saves through {KILLS} kills");
}

/// Saves and syncs, whatever the server does.
async fn works(device: Arc<Device>, saved: Arc<AtomicU64>, stop: Arc<AtomicBool>) {
    while !stop.load(Ordering::SeqCst) {
        let number = saved.load(Ordering::SeqCst);
        device.logs(&format!("samtale {number}")).await;
        saved.fetch_add(1, Ordering::SeqCst);
        // It fails when the server is dead just now.
        let _ = device.sync_once().await;
        sleep(Duration::from_millis(3)).await;
    }
}

/// How many changes of each device a dead server has on its disk, in the order of joining.
fn stored(data: &Path, aside: &Path) -> Vec<u64> {
    copy(data, aside);
    let db = Connection::open(aside.join("server.db")).unwrap();
    assert_eq!(complaints(&db, "integrity_check"), Vec::<String>::new());
    let sql = "SELECT (SELECT count(*) FROM change WHERE change.device = member.device),
               (SELECT coalesce(max(seq), 0) FROM change WHERE change.device = member.device)
               FROM member ORDER BY place";
    let mut statement = db.prepare(sql).unwrap();
    let counts = statement.query_map((), |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let dense = |(count, last): (u64, u64)| {
        assert_eq!(count, last, "there is a gap");
        count
    };
    counts.map(|it| dense(it.unwrap())).collect()
}

#[test]
fn a_second_server_on_a_data_folder_is_refused_until_the_first_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("server");
    let mut first = ServerProcess::start(&data);
    let second = ServerProcess::refused(&data);
    assert!(second.contains("another server works in"), "{second}");
    first.kill();
    first.starts_again();
}
