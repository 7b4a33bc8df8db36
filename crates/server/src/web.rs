//! The browser edition: files from a folder, under a strict policy.

use std::path::{Path, PathBuf};

use axum::Router;
use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::map_response;
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use tower_http::services::{ServeDir, ServeFile};

const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
    style-src 'self'; img-src 'self' data:; worker-src 'self'; object-src 'none'; frame-ancestors 'none'; \
    base-uri 'none'; form-action 'none'";
const PERMISSIONS: &str = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

/// A browser asks each time whether a file has changed. Yesterday's script with today's page would
/// not start.
const HEADERS: [(HeaderName, &str); 5] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS),
    // No other site can access the app's window.
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (CACHE_CONTROL, "no-cache"),
];

/// The headers of every answer, also to devices.
const APART: [(HeaderName, &str); 2] = [
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// The files of a folder. A path of the app itself gets its first page.
pub fn files(folder: &Path) -> Router {
    let index = folder.join("index.html");
    let otherwise = any(move |request| page(index.clone(), request));
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip().fallback(otherwise);
    Router::new().fallback_service(files).layer(map_response(guarded))
}

async fn page(index: PathBuf, request: Request) -> Response {
    let is_file = Path::new(request.uri().path()).extension().is_some();
    if is_file {
        return StatusCode::NOT_FOUND.into_response();
    }
    let mut file = ServeFile::new(index).precompressed_br().precompressed_gzip();
    match file.try_call(request).await {
        Ok(response) => response.into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn guarded(response: Response) -> Response {
    with(HEADERS, response)
}

/// Every answer has the type it declares, and no other site may read it.
pub async fn kept_apart(response: Response) -> Response {
    with(APART, response)
}

fn with<const N: usize>(
    headers: [(HeaderName, &'static str); N],
    mut response: Response,
) -> Response {
    let headers = headers.map(|(name, value)| (name, HeaderValue::from_static(value)));
    response.headers_mut().extend(headers);
    response
}
