//! The browser edition's files, under a strict policy.

use reqwest::StatusCode;
use reqwest::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use server::Config;
use tempfile::TempDir;

use crate::it::world::World;

async fn world_with_web() -> (World, TempDir) {
    let web = TempDir::new().unwrap();
    for (name, text) in [("index.html", "<p>home"), ("sw.js", "1"), ("app.wasm", "\0asm")] {
        std::fs::write(web.path().join(name), text).unwrap();
    }
    let mut world = World::new().await;
    world.stop().await;
    let config = Config::new(world.store.database());
    world.start_with(Config { web: Some(web.path().into()), ..config }).await;
    (world, web)
}

#[tokio::test]
async fn the_apps_own_paths_give_its_first_page() {
    let (world, _web) = world_with_web().await;
    for path in ["/", "/index.html", "/visits/017", "/residents"] {
        let answer = world.get(path).await;
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        assert_eq!(answer.headers()[CACHE_CONTROL], "no-cache");
        assert_eq!(answer.text().await.unwrap(), "<p>home");
    }
    assert_eq!(world.get("/missing.js").await.status(), StatusCode::NOT_FOUND);
    assert_eq!(world.get("/../server.db").await.status(), StatusCode::NOT_FOUND);
    assert_eq!(world.get("/%2e%2e/server.db").await.status(), StatusCode::NOT_FOUND);
    assert_eq!(world.get("/healthz").await.text().await.unwrap(), "ok");
}

#[tokio::test]
async fn every_file_comes_with_the_policy() {
    let (world, _web) = world_with_web().await;
    for path in ["/", "/sw.js", "/app.wasm", "/missing.js", "/visits"] {
        let answer = world.get(path).await;
        let headers = answer.headers();
        assert!(
            headers[CONTENT_SECURITY_POLICY].to_str().unwrap().contains("frame-ancestors 'none'")
        );
        let policy = headers[CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.contains("object-src 'none'"));
        assert_eq!(headers["x-content-type-options"], "nosniff");
        assert_eq!(headers["cross-origin-opener-policy"], "same-origin");
        assert_eq!(headers["cross-origin-resource-policy"], "same-origin");
        assert_eq!(headers["referrer-policy"], "no-referrer");
        assert_eq!(headers["permissions-policy"].to_str().unwrap().matches("=()").count(), 5);
    }
    assert_eq!(world.get("/sw.js").await.headers()[CACHE_CONTROL], "no-cache");
    assert_eq!(world.get("/app.wasm").await.headers()[CONTENT_TYPE], "application/wasm");
}

#[tokio::test]
async fn no_browser_takes_an_answer_to_a_device_for_a_page() {
    let (world, _web) = world_with_web().await;
    for path in ["/v1/pull", "/v1/nothing"] {
        let answer = world.get(path).await;
        assert_eq!(answer.headers()["x-content-type-options"], "nosniff", "{path}");
    }
}

#[tokio::test]
async fn a_file_that_was_compressed_beforehand_is_sent_so() {
    let (world, web) = world_with_web().await;
    for ending in ["br", "gz"] {
        std::fs::write(web.path().join(format!("app.wasm.{ending}")), ending).unwrap();
    }
    for (accepted, sent, body) in [("gzip", "gzip", "gz"), ("gzip, deflate, br", "br", "br")] {
        let answer = world.get_packed("/app.wasm", accepted).await;
        assert_eq!(answer.headers()["content-encoding"], sent);
        assert_eq!(answer.text().await.unwrap(), body);
    }
}
