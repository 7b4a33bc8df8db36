//! What somebody may have, they get.

use tests::World;

use tests::member::Member;
use tests::site::{changes, meet, sound};

/// #36: data that somebody was granted later was never pulled
/// (<https://github.com/Nozbe/WatermelonDB/issues/1264>).
#[tokio::test(flavor = "multi_thread")]
async fn who_gets_a_site_late_gets_it_from_its_first_change_on() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let id = aisha.logs("fra første dag").await;
    Member::joins(&aisha, &world.server()).await.logs_many(1_001).await;
    meet(&[&aisha, &bjorn]).await;
    let chen = world.colleague(&bjorn, "Chen").await;
    // He writes before he has anything, so that he is at the site's end himself.
    chen.logs("min første").await;
    aisha.logs("etter at han kom").await;
    meet(&[&chen, &aisha, &bjorn]).await;
    assert_eq!(changes(&chen).await, 1_004);
    assert_eq!(tests::note(&chen.reads(id).await), "fra første dag");
    sound(&chen).await;
}
