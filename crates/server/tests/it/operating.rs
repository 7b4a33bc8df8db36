//! What the operator sees: that it lives, how much it does, and nothing about whose.

use server::{Config, Limits};

use crate::it::world::World;

#[tokio::test]
async fn the_operator_reads_figures_that_name_nobody() {
    let (mut world, aisha, _) = World::with_two_members().await;
    world.stop().await;
    let admin = Some("127.0.0.1:0".to_owned());
    world.start_with(Config { admin, ..Config::new(world.store.database()) }).await;
    world.call(&aisha, &aisha.push(&aisha.write_groups(&[1, 2]))).await.unwrap();
    world.call(&aisha, &aisha.pull(0)).await.unwrap();
    assert_eq!(world.operator("/healthz").await, "ok");
    let figures = world.operator("/metrics").await;
    for line in [
        r#"bomiljo_requests_total{call="/v1/push",status="200"} 1"#,
        r#"bomiljo_request_seconds_count{call="/v1/pull"}"#,
        r#"bomiljo_changes_total{way="in"} 3"#,
        r#"bomiljo_changes_total{way="out"} 3"#,
        r#"bomiljo_received_bytes_total{call="/v1/push"}"#,
        r#"bomiljo_database_connections{state="idle"}"#,
        "bomiljo_waits 0",
    ] {
        assert!(figures.contains(line), "{line} in\n{figures}");
    }
    for whose in [aisha.id, aisha.space] {
        assert!(!figures.contains(&whose.to_string()));
    }
}

#[tokio::test]
async fn devices_do_not_see_the_figures() {
    let world = World::new().await;
    assert_eq!(world.get("/metrics").await.status(), 404);
}

#[tokio::test]
async fn a_second_server_on_a_machine_does_without_figures() {
    let mut world = World::new().await;
    world.stop().await;
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let admin = Some(taken.local_addr().unwrap().to_string());
    let limits = Limits::default();
    world.start_with(Config { admin, limits, ..Config::new(world.store.database()) }).await;
    assert_eq!(world.get("/healthz").await.status(), 200);
}
