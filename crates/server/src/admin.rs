//! What the operator can read, on an address of its own.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use metrics_exporter_prometheus::PrometheusHandle;

use crate::hub::Hub;
use crate::metrics;

/// Everything the operator can read.
pub fn router(hub: Arc<Hub>, figures: PrometheusHandle) -> Router {
    Router::new()
        .route("/healthz", get(health))
        .route("/metrics", get(async move |State(hub): State<Arc<Hub>>| metrics(&hub, &figures)))
        .with_state(hub)
}

/// Whether the server can work, which it can't without its database.
pub async fn health(State(hub): State<Arc<Hub>>) -> (StatusCode, &'static str) {
    match hub.storage.check().await {
        Ok(()) => (StatusCode::OK, "ok"),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer")
        }
    }
}

fn metrics(hub: &Hub, figures: &PrometheusHandle) -> String {
    metrics::measure(hub);
    figures.render()
}
