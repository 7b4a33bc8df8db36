//! The server forgets, and nothing is lost.

use std::fs;
use std::path::Path;

use tests::World;

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_put_back_from_yesterdays_backup_gets_today_from_the_devices() {
    let mut world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    aisha.logs("i går").await;
    aisha.syncs().await;
    world.cut_the_network().await;
    let backup = world.server_folder().with_extension("backup");
    copy(&world.server_folder(), &backup);
    world.mend_the_network().await;
    aisha.logs("i dag").await;
    bjorn.logs("i dag, fra Bjørn").await;
    for device in [&aisha, &bjorn, &aisha] {
        device.syncs().await;
    }
    world.cut_the_network().await;
    fs::remove_dir_all(world.server_folder()).unwrap();
    copy(&backup, &world.server_folder());
    server::mark_restored(server::Database::Folder(world.server_folder())).await.unwrap();
    world.mend_the_network().await;
    for device in [&aisha, &bjorn, &aisha] {
        device.syncs().await;
    }
    let chen = world.colleague(&aisha, "Chen").await;
    chen.syncs().await;
    for device in [&aisha, &bjorn, &chen] {
        assert_eq!(device.notes().await, ["i dag", "i dag, fra Bjørn", "i går"]);
    }
}
