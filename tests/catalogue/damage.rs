//! What comes altered, from a disk, the way or a server of ill will, is not taken in, and not given
//! up either.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chaos::proxy::{Fate, Proxy};
use domain::{Fault, Id, calls};
use rusqlite::Connection;
use tests::Device;
use tests::member::Member;
use tests::site::{Site, changes, count, meet, sound, status, team};

use crate::restoring::{put_back, set_aside};

/// Does something to the server's database while it is down. There are no sums in it, as with a server of ill will
/// that has made them anew.
async fn alters(site: &mut Site, sql: &str) {
    site.world.cut_the_network().await;
    let db = Connection::open(site.world.server_folder().join("server.db")).unwrap();
    db.pragma_update(None, "foreign_keys", false).unwrap();
    db.execute_batch(sql).unwrap();
    db.execute("UPDATE change SET sum = x''", ()).unwrap();
    drop(db);
    site.world.mend_the_network().await;
}

/// What an honest server says of what it knows to be damaged.
fn told_by_the_server() -> Fault {
    Fault::Refused { reason: "server-storage".into() }
}

fn untrusted(detail: &str) -> Fault {
    Fault::Untrusted { detail: detail.into() }
}

/// One flipped bit in the server's database kept a change from all others for good, although its
/// author had it whole.
#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_is_damaged_at_the_server_is_told_of_and_comes_when_it_is_mended() {
    let mut site = Site::new().await;
    for note in ["før", "skadet", "etter"] {
        site.aisha.logs(note).await;
    }
    site.aisha.syncs().await;
    let whole = set_aside(&mut site.world).await;
    alters(&mut site, "UPDATE change SET payload = zeroblob(size) WHERE position = 4").await;

    let pulls = count(&site.his_way, "/v1/pull");
    site.bjorn.logs("hans egen").await;
    assert_eq!(site.bjorn.sync_once().await.err(), Some(told_by_the_server()));
    assert_eq!(pulls.load(Ordering::Relaxed), 2, "what came before it, and no more than one try");
    assert_eq!(site.bjorn.notes().await, ["før", "hans egen"]);
    let told = status(&site.bjorn).await;
    assert_eq!((told.trouble, told.waiting, told.unread), (Some(told_by_the_server()), 0, 0));
    // Its author has it, and needs nobody to send it.
    site.aisha.syncs().await;
    assert_eq!(site.aisha.notes().await, ["etter", "før", "hans egen", "skadet"]);

    put_back(&mut site.world, Some(&whole)).await;
    site.meet().await;
    assert_eq!(site.bjorn.notes().await, ["etter", "før", "hans egen", "skadet"]);
    assert_eq!(status(&site.bjorn).await.trouble, None);
}

/// A group is taken in whole or not at all.
#[tokio::test(flavor = "multi_thread")]
async fn of_an_action_with_a_damaged_change_nothing_is_taken_in() {
    let mut site = Site::new().await;
    site.aisha.logs("for seg").await;
    let entries = ["en", "to", "tre"].map(tests::site::conversation).into();
    site.aisha.run(calls::SaveAll { entries }).await.unwrap();
    site.aisha.syncs().await;
    alters(&mut site, "UPDATE change SET payload = zeroblob(size) WHERE position = 4").await;
    assert_eq!(site.bjorn.sync_once().await.err(), Some(told_by_the_server()));
    assert_eq!(site.bjorn.notes().await, ["for seg"]);
    sound(&site.bjorn).await;
}

/// Wi-Fi, a proxy's memory, a cable: the next answer is whole.
#[tokio::test(flavor = "multi_thread")]
async fn a_bit_that_flips_anywhere_on_the_way_costs_another_try_and_nothing_else() {
    let site = Site::new().await;
    for round in 0..40_u64 {
        site.aisha.logs(&format!("{round} {}", "lang ".repeat(200))).await;
        site.aisha.syncs().await;
        let bit = usize::try_from(round).unwrap() * 977;
        site.his_way.once("/v1/pull", Fate::FlippedBack(bit));
        // In what the page says of itself a flip is not of the server's making, and the next try is
        // the user's.
        let first = site.bjorn.sync_once().await;
        assert!(first.is_ok() || site.bjorn.sync_once().await.is_ok(), "{bit}: {first:?}");
        assert_eq!(status(&site.bjorn).await.unread, 0, "{bit}");
        assert_eq!(changes(&site.bjorn).await, round + 1, "{bit}");
    }
    sound(&site.bjorn).await;
}

/// An honest server takes no change that its author didn't sign, so this one isn't honest, or isn't
/// well.
#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_its_author_did_not_sign_is_not_taken_in_nor_kept() {
    let mut site = Site::new().await;
    site.aisha.logs("før").await;
    site.aisha.logs("forfalsket").await;
    site.aisha.syncs().await;
    let whole = set_aside(&mut site.world).await;
    alters(&mut site, "UPDATE change SET signature = zeroblob(64) WHERE position = 4").await;
    assert_eq!(site.bjorn.sync_once().await.err(), Some(untrusted("signature")));
    let told = status(&site.bjorn).await;
    assert_eq!((told.trouble, told.unread), (Some(untrusted("signature")), 0));
    put_back(&mut site.world, Some(&whole)).await;
    site.meet().await;
    assert_eq!(site.bjorn.notes().await, ["forfalsket", "før"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_a_device_that_nobody_admitted_is_not_taken_in_nor_kept() {
    let mut site = Site::new().await;
    let mut dina = Member::joins(&site.aisha, &site.world.server()).await;
    dina.logs_many(3).await;
    let whole = set_aside(&mut site.world).await;
    alters(&mut site, "DELETE FROM member WHERE place = 3").await;
    assert_eq!(site.bjorn.sync_once().await.err(), Some(untrusted("unknown-device")));
    assert_eq!((changes(&site.bjorn).await, status(&site.bjorn).await.unread), (0, 0));
    put_back(&mut site.world, Some(&whole)).await;
    // A roster is fresh for a while.
    site.bjorn.waits(1);
    site.meet().await;
    assert_eq!(changes(&site.bjorn).await, 3);
}

/// A member whose name is junk kept everybody from fetching, and newcomers from joining, for good.
#[tokio::test(flavor = "multi_thread")]
async fn a_junk_name_among_the_members_stops_nobody() {
    let mut site = Site::new().await;
    let server = site.world.server();
    let mut junk = Member::joins_as(&site.aisha, &server, Some(vec![0; 40])).await;
    junk.logs_many(1).await;
    site.aisha.logs("etterpå").await;
    site.meet().await;
    let chen = site.colleague("Chen").await;
    meet(&[&site.aisha, &site.bjorn, &chen]).await;
    for device in [&site.aisha, &site.bjorn, &chen] {
        let visits = device.visits().await.entries;
        let by =
            |note: &str| visits.iter().find(|it| tests::note(it) == note).unwrap().made.by.clone();
        assert_eq!((by("samtale 0").as_str(), by("etterpå").as_str()), ("", "Aisha"));
        assert!(!team(&status(device).await).contains(&""));
    }
    alters(&mut site, "UPDATE space SET profile = zeroblob(9); UPDATE member SET proof = zeroblob(64) WHERE place = 3")
        .await;
    let dina = site.colleague("Dina").await;
    assert_eq!(status(&dina).await.site.unwrap().name, "");
    // Nobody vouches any more for whoever wrote the first change.
    assert_eq!(dina.sync_once().await.err(), Some(untrusted("unknown-device")));
    dina.logs("kommer fram").await;
    assert!(dina.sync_once().await.is_err());
    assert_eq!(status(&dina).await.waiting, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_roster_without_its_founder_is_not_believed() {
    let mut site = Site::new().await;
    alters(&mut site, "UPDATE member SET proof = zeroblob(64) WHERE place = 1").await;
    let dina = site.world.new_device("Dina");
    let code = site.aisha.run(calls::Invite { member: None }).await.unwrap().code;
    let refused = dina.run(calls::Join { code, name: "Dina".into() }).await;
    assert_eq!(refused.err(), Some(untrusted("members")));
}

/// The answer to joining was lost, the name corrected, and colleagues saw the first one for good.
#[tokio::test(flavor = "multi_thread")]
async fn who_joins_again_by_another_name_after_a_lost_answer_has_that_one_everywhere() {
    let site = Site::new().await;
    let way = Proxy::to(&site.world.server()).await;
    let device = site.world.new_device("Frida");
    let code =
        sync::JoinCode { server: way.url(), ..tests::site::code(&site.aisha).await }.to_text();
    let join = |name: &str| calls::Join { code: code.clone(), name: name.into() };
    way.once("/v1/join", Fate::CutThere(usize::MAX));
    assert_eq!(device.run(join("Fiel")).await.err(), Some(Fault::Offline));
    device.run(join("Frida")).await.unwrap();
    let id = device.logs("hvem sin?").await;
    meet(&[&device, &site.aisha]).await;
    for (who, expected) in
        [(&device, ["Frida", "Aisha", "Bjørn"]), (&site.aisha, ["Aisha", "Bjørn", "Frida"])]
    {
        assert_eq!(who.reads(id).await.made.by, "Frida");
        assert_eq!(team(&status(who).await), expected);
    }
}

/// A member of ill will, or one whose version is far ahead, fills nobody's disk and memory.
#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_takes_no_more_than_its_room_and_is_fetched_again_by_whoever_can() {
    let site = Site::new().await;
    let mut dina = Member::joins(&site.aisha, &site.world.server()).await;
    let mut unreadable = Vec::new();
    for number in 0..300 {
        let change = dina.change(Id::from_u128(1 + number), "visit", vec![]);
        unreadable.push(dina.seals_for_others(&change));
    }
    dina.sends(&unreadable).await;
    site.aisha.logs("etterpå").await;
    site.aisha.syncs().await;
    site.bjorn.syncs().await;
    assert_eq!((status(&site.bjorn).await.unread, site.bjorn.notes().await.len()), (300, 1));
    let pulls = count(&site.his_way, "/v1/pull");
    let bjorn = site.bjorn.reopened();
    bjorn.syncs().await;
    assert_eq!(pulls.load(Ordering::Relaxed), 1, "nothing is newer, so nothing is fetched again");
    let bjorn = tests::site::meanwhile(bjorn, |home| {
        let db = tests::site::database(home);
        let whole = "SELECT count(*) FROM quarantine WHERE length(sealed) > 0";
        assert_eq!(db.query_row(whole, (), |row| row.get::<_, u64>(0)).unwrap(), 200);
        db.execute("UPDATE setting SET value = '0.0.1' WHERE key = 'reader'", ()).unwrap();
    });
    bjorn.syncs().await;
    assert_eq!(pulls.load(Ordering::Relaxed), 3, "from the beginning, since this version is newer");
    assert_eq!((status(&bjorn).await.unread, changes(&bjorn).await), (300, 1));
    sound(&bjorn).await;
}

/// Two servers with databases of their own behind one address made devices push everything anew
/// without end.
#[tokio::test(flavor = "multi_thread")]
async fn two_servers_behind_one_address_are_told_of_and_flooded_by_nobody() {
    let site = Site::new().await;
    for number in 0..3 {
        site.aisha.logs(&format!("{number}")).await;
    }
    site.meet().await;
    let other = tests::World::new().await;
    for server in [other.server(), site.world.server()] {
        site.lead_to(&server);
        site.aisha.syncs().await;
    }
    // Each request goes to the server that the one before didn't go to.
    let servers = [site.world.server(), other.server()];
    let asked = Arc::new(AtomicUsize::new(0));
    let (way, counting) = (site.her_way.to_lead(), asked.clone());
    site.her_way.rule(move |_| {
        way(&servers[counting.fetch_add(1, Ordering::Relaxed) % 2]);
        Fate::Answered
    });
    site.aisha.logs("mens de er to").await;
    let refused = Some(Fault::Refused { reason: "server-wavers".into() });
    assert_eq!(site.aisha.sync_once().await.err(), refused);
    let first = asked.load(Ordering::Relaxed);
    assert!(first <= 10, "{first} requests");
    site.her_way.mends();
    site.lead_to(&site.world.server());
    site.meet().await;
    assert_eq!(site.bjorn.visits().await.total, 4);
}

/// It is for the device itself, or it is TLS.
#[tokio::test(flavor = "multi_thread")]
async fn an_address_on_which_others_could_read_along_is_refused_at_founding_and_joining() {
    let site = Site::new().await;
    let device: Device = site.world.new_device("Eli");
    let open = "http://bomiljo.example.no".to_owned();
    let (name, code) = ("Eli".to_owned(), tests::site::code(&site.aisha).await);
    let found = calls::Found { server: open.clone(), site: "Huset".into(), name: name.clone() };
    assert_eq!(device.run(found).await.err(), Some(Fault::Insecure));
    let code = sync::JoinCode { server: open, ..code }.to_text();
    assert_eq!(device.run(calls::Join { code, name }).await.err(), Some(Fault::Insecure));
}

/// A change with the clock at nothing turned a record into another kind, everywhere, and nobody
/// could turn it back.
#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_claims_to_be_from_1970_does_not_make_a_record_vanish() {
    let site = Site::new().await;
    let id = site.aisha.logs("blir").await;
    site.meet().await;
    let mut dina = Member::joins(&site.aisha, &site.world.server()).await;
    for kind in ["x", "unit"] {
        let change = domain::Change { clock: domain::Clock(0), ..dina.change(id, kind, vec![]) };
        dina.sends(&[dina.seals(&change)]).await;
        site.meet().await;
    }
    for device in [&site.aisha, &site.bjorn] {
        assert_eq!(device.notes().await, ["blir"]);
        device.changes(&device.reads(id).await, serde_json::json!({ "minutes": 5 })).await;
        sound(device).await;
    }
    site.meet().await;
}
