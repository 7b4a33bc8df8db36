//! Disks.

use std::fs::{self, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use app::{App, Host};
use domain::calls;
use store::{Key, Store};
use tests::Device;

use tests::site::{Site, meet};

/// The app over a closed home whose database can grow by so many pages.
pub fn cramped(home: &Path, pages: u32) -> App {
    let text = fs::read_to_string(home.join("key")).unwrap();
    let pair = |at: usize| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap();
    let store = Store::open(&home.join("bomiljo.db"), &Key(std::array::from_fn(pair))).unwrap();
    store.limit_growth(pages).unwrap();
    App::new(store, Host::default(), true).unwrap()
}

/// #40: after a hard power-off the database was malformed, and the interface stayed silent
/// (<https://github.com/chatmail/core/issues/6915>).
#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_database_is_told_of_kept_aside_and_made_good_from_what_is_left_and_the_server() {
    let Site { world: _world, aisha, mut bjorn, her_way: _hers, his_way: _his } = Site::new().await;
    for number in 0..60 {
        bjorn.logs(&format!("samtale {number}")).await;
    }
    meet(&[&aisha, &bjorn]).await;
    for (round, damage) in [zeroed as fn(&Path), cut_short, scribbled].into_iter().enumerate() {
        let home = bjorn.home().to_owned();
        drop(bjorn);
        damage(&home.join("bomiljo.db"));
        let damaged = fs::read(home.join("bomiljo.db")).unwrap();
        bjorn = Device::open(&home);
        let status = bjorn.run(calls::GetStatus {}).await.unwrap();
        let salvaged = status.salvaged.unwrap();
        assert!(fs::read(home.join(salvaged.kept)).unwrap() == damaged, "it is kept as it was");
        assert!(status.site.is_some() && status.me == "Bjørn", "round {round}");
        meet(&[&aisha, &bjorn]).await;
        assert_eq!(bjorn.run(calls::GetStatus {}).await.unwrap().conflicts, 0);
        assert_eq!(bjorn.visits().await.total, 60, "round {round}");
        assert_eq!(aisha.visits().await.total, 60, "round {round}");
    }
}

/// Some sectors in its middle never reached the disk.
fn zeroed(database: &Path) {
    overwrite(database, &[0; 4_096]);
}

/// Something else was written there.
fn scribbled(database: &Path) {
    overwrite(database, &[0xa5; 6_000]);
}

fn overwrite(database: &Path, with: &[u8]) {
    let mut file = OpenOptions::new().write(true).open(database).unwrap();
    let middle = file.metadata().unwrap().len() / 2;
    file.seek(SeekFrom::Start(middle)).unwrap();
    file.write_all(with).unwrap();
}

/// Its end never reached the disk.
fn cut_short(database: &Path) {
    let file = OpenOptions::new().write(true).open(database).unwrap();
    let length = file.metadata().unwrap().len();
    file.set_len(length / 2).unwrap();
}
