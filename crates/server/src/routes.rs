//! The paths of the server.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::middleware::{from_fn_with_state, map_response};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use wire::{
    Endpoint, Found, GetPart, GetSnapshot, Join, KeepPart, KeepSnapshot, Members, Pull, Push,
    Refusal, Wait, encode,
};

use crate::endpoint::Answered;
use crate::error::refuse;
use crate::hub::Hub;
use crate::signed::Signed;
use crate::{Result, admin, answers, client_ip, metrics, web};

/// All calls of the server.
pub fn router(hub: Arc<Hub>, web: Option<&Path>) -> Router {
    let calls = Router::new()
        .route(Found::PATH, post(call::<Found>))
        .route(Join::PATH, post(call::<Join>))
        .route(Members::PATH, post(call::<Members>))
        .route(Push::PATH, post(call::<Push>))
        .route(Pull::PATH, post(call::<Pull>))
        .route(Wait::PATH, post(call::<Wait>))
        .route(KeepPart::PATH, post(call::<KeepPart>))
        .route(KeepSnapshot::PATH, post(call::<KeepSnapshot>))
        .route(GetSnapshot::PATH, post(call::<GetSnapshot>))
        .route(GetPart::PATH, post(call::<GetPart>))
        .route("/v1/{*unknown}", any(unknown))
        .route("/healthz", get(admin::health))
        .with_state(Arc::clone(&hub));
    let all = match web {
        Some(folder) => calls.fallback_service(web::files(folder)),
        None => calls.fallback(unknown),
    };
    all.layer(from_fn_with_state(hub, client_ip::limited)).layer(map_response(web::kept_apart))
}

/// Records a request's call, status and time, but not its sender.
async fn call<E: Answered>(State(hub): State<Arc<Hub>>, signed: Result<Signed>) -> Response {
    let start = Instant::now();
    let received = signed.as_ref().map_or(0, Signed::size);
    let response = reply::<E>(&hub, signed).await.unwrap_or_else(IntoResponse::into_response);
    let (status, took) = (response.status().as_u16(), start.elapsed());
    tracing::debug!(path = E::PATH, status, ?took);
    metrics::answered(E::PATH, status, took, received);
    response
}

async fn reply<E: Answered>(hub: &Hub, signed: Result<Signed>) -> Result<Response> {
    // The body's room is kept until the request is done.
    let mut signed = signed?;
    let (message, caller) = signed.open::<E>(hub).await?;
    let space = message.space();
    let answer = encode(&message.answer(hub, caller).await?);
    // An answered request was a member's.
    hub.bodies.prove(caller.address, caller.device, space);
    metrics::sent(E::PATH, answer.len());
    answers::message(hub, space, answer)
}

async fn unknown() -> Response {
    (StatusCode::NOT_FOUND, refuse(&Refusal::Malformed)).into_response()
}
