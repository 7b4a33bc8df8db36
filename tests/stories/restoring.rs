//! The server forgets, and nothing is lost.

use std::fs;
use std::path::Path;

use domain::{Fault, calls};
use tests::World;
use tests::site::{records, sound, status, team};

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

#[tokio::test(flavor = "multi_thread")]
async fn a_site_is_restored_from_one_sealed_file_into_an_empty_server_and_device() {
    let (world, new_world) = (World::new().await, World::new().await);
    let (aisha, bjorn) = world.two_devices().await;
    let note = aisha.logs("Radiatoren er kald").await;
    for device in [&aisha, &bjorn, &aisha] {
        device.syncs().await;
    }
    let entry = bjorn.reads(note).await;
    bjorn.changes(&entry, serde_json::json!({ "note": "Radiatoren er varm igjen" })).await;
    for device in [&bjorn, &aisha] {
        device.syncs().await;
    }
    let sealed = package::site::seal(&aisha).await.unwrap();
    assert!(!String::from_utf8_lossy(&sealed.bytes).contains("Radiatoren"));
    let before = (records(&aisha).await, aisha.run(calls::History { id: note }).await.unwrap());
    drop((aisha, bjorn, world));

    let copy = package::site::open(&sealed.bytes, &sealed.words).unwrap();
    let siri = new_world.new_device("Siri");
    let mut told = (0, 0);
    let server = new_world.server();
    siri.restore_site(&copy, &server, "Siri", &mut |done, of| told = (done, of)).await.unwrap();
    assert_eq!(told.0, told.1);
    siri.syncs().await;
    assert_eq!(siri.run(calls::History { id: note }).await.unwrap(), before.1);
    let now = records(&siri).await;
    for record in &before.0 {
        let again = now.iter().find(|it| it.id == record.id).unwrap();
        assert_eq!((&again.fields, &again.made), (&record.fields, &record.made));
    }
    assert_eq!(team(&status(&siri).await), ["Siri", "Aisha", "Bjørn"]);
    let chen = new_world.colleague(&siri, "Chen").await;
    chen.syncs().await;
    assert_eq!(chen.notes().await, ["Radiatoren er varm igjen"]);
    for device in [&siri, &chen] {
        sound(device).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restoring_that_was_interrupted_is_begun_anew_and_a_device_with_a_site_is_not_overwritten()
 {
    let (world, new_world) = (World::new().await, World::new().await);
    let (aisha, bjorn) = world.two_devices().await;
    aisha.logs("i går").await;
    for device in [&aisha, &bjorn, &aisha] {
        device.syncs().await;
    }
    let sealed = package::site::seal(&aisha).await.unwrap();
    let copy = package::site::open(&sealed.bytes, &sealed.words).unwrap();
    let server = new_world.server();
    let refused = bjorn.restore_site(&copy, &server, "Bjørn", &mut |_, _| ()).await;
    assert_eq!(refused.map(|_| ()), Err(Fault::HasSite));
    // The first device gave up after everything was sent.
    for name in ["Siri", "Tora"] {
        let device = new_world.new_device(name);
        device.restore_site(&copy, &server, name, &mut |_, _| ()).await.unwrap();
        device.syncs().await;
        assert_eq!(device.notes().await, ["i går"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_of_a_site_that_is_not_whole_is_refused_by_name() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let sealed = package::site::seal(&aisha).await.unwrap();
    let open = |bytes: &[u8], words: &str| package::site::open(bytes, words).map(|_| ());
    assert_eq!(open(&sealed.bytes, "abbor agurk"), Err(sealed::Flaw::WrongWords));
    let half = &sealed.bytes[..sealed.bytes.len() - 40];
    assert_eq!(open(half, &sealed.words), Err(sealed::Flaw::Damaged));
    let other = sealed::seal(b"a list", &sealed.words).unwrap();
    assert_eq!(open(&other, &sealed.words), Err(sealed::Flaw::Damaged));
}
