//! Starting a site and joining it.

use domain::views::Progress;
use domain::{Fault, Issue, Problem, calls};
use tests::World;

fn join(code: &str) -> calls::Join {
    calls::Join { code: code.into(), name: "Bjørn".into() }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleague_sees_the_sites_name_and_is_known_by_their_own() {
    let world = World::new().await;
    let (_, bjorn) = world.two_devices().await;
    let status = bjorn.run(calls::GetStatus {}).await.unwrap();
    assert_eq!(
        (status.site.unwrap().name.as_str(), status.me.as_str()),
        ("Bredtvetveien 2", "Bjørn")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_just_joined_is_told_how_much_there_is_to_fetch() {
    let mut world = World::new().await;
    let aisha = world.founder("Aisha").await;
    aisha.logs("fra før").await;
    aisha.syncs().await;
    let bjorn = world.colleague(&aisha, "Bjørn").await;
    world.cut_the_network().await;
    let status = bjorn.run(calls::GetStatus {}).await.unwrap();
    assert_eq!(status.fetching, Some(Progress { done: 0, of: 2 }));
    world.mend_the_network().await;
    bjorn.syncs().await;
    assert_eq!(bjorn.run(calls::GetStatus {}).await.unwrap().fetching, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mistyped_code_is_noticed_before_anything_is_sent() {
    let mut world = World::new().await;
    let aisha = world.founder("Aisha").await;
    let code = aisha.run(calls::Invite { member: None }).await.unwrap().code;
    world.cut_the_network().await;
    let bjorn = world.new_device("Bjørn");
    let mistyped = code.replacen(&code[20..21], if &code[20..21] == "A" { "B" } else { "A" }, 1);
    for wrong in [mistyped.as_str(), "", "hei", &code[..code.len() - 3]] {
        assert_eq!(bjorn.run(join(wrong)).await.err(), Some(Fault::BadCode), "{wrong}");
    }
    assert_eq!(bjorn.run(join(&code)).await.err(), Some(Fault::Offline));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_belongs_to_one_site() {
    let world = World::new().await;
    let (aisha, bjorn) = world.two_devices().await;
    let code = aisha.run(calls::Invite { member: None }).await.unwrap().code;
    assert_eq!(bjorn.run(join(&code)).await.err(), Some(Fault::HasSite));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_without_a_name_or_a_server_that_is_none_is_said_at_the_field() {
    let world = World::new().await;
    let device = world.new_device("Aisha");
    let found = |server: &str, site: &str| calls::Found {
        server: server.into(),
        site: site.into(),
        name: "Aisha".into(),
    };
    let missing = device.run(found(&world.server(), "  ")).await.err();
    assert_eq!(
        missing,
        Some(Fault::Invalid { issues: vec![Issue::new("site", Problem::Missing)] })
    );
    let wrong = device.run(found("ftp://x", "Bredtvetveien 2")).await.err();
    assert_eq!(
        wrong,
        Some(Fault::Invalid { issues: vec![Issue::new("server", Problem::WrongType)] })
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_can_be_saved_before_there_is_a_site() {
    let world = World::new().await;
    let device = world.new_device("Aisha");
    let visit = serde_json::json!({ "at": "2024-03-14T10:00:00Z", "topics": ["nav"] });
    let refused = device.tries("visit", domain::Id::from_u128(1), visit).await.err();
    assert_eq!(refused, Some(Fault::NoSite));
}
