//! Which path leads where.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use sync::wire::{BODY_LIMIT, Endpoint, Found, Join, Members, Pull, Push, Refusal, Wait, encode};

use crate::endpoint::Answered;
use crate::error::{answer, refuse};
use crate::hub::Hub;
use crate::signed::Signed;
use crate::{Result, web};

/// Everything that the server answers.
pub fn router(hub: Arc<Hub>, web: Option<&Path>) -> Router {
    let calls = Router::new()
        .route(Found::PATH, post(call::<Found>))
        .route(Join::PATH, post(call::<Join>))
        .route(Members::PATH, post(call::<Members>))
        .route(Push::PATH, post(call::<Push>))
        .route(Pull::PATH, post(call::<Pull>))
        .route(Wait::PATH, post(call::<Wait>))
        .route("/v1/{*unknown}", any(unknown))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .with_state(hub)
        .route("/healthz", get(|| async { "ok" }));
    match web {
        Some(folder) => calls.fallback_service(web::files(folder)),
        None => calls.fallback(unknown),
    }
}

/// Logs what a request was and how it went, and nothing about whose it was.
async fn call<E: Answered>(State(hub): State<Arc<Hub>>, signed: Result<Signed>) -> Response {
    let start = Instant::now();
    let response = match reply::<E>(&hub, signed).await {
        Ok(body) => answer(body).into_response(),
        Err(error) => error.into_response(),
    };
    tracing::debug!(path = E::PATH, status = response.status().as_u16(), took = ?start.elapsed());
    response
}

async fn reply<E: Answered>(hub: &Hub, signed: Result<Signed>) -> Result<Vec<u8>> {
    let signed = signed?;
    let (message, caller) = signed.open::<E>(hub).await?;
    Ok(encode(&message.answer(hub, caller).await?))
}

async fn unknown() -> Response {
    (StatusCode::NOT_FOUND, refuse(&Refusal::Malformed)).into_response()
}
