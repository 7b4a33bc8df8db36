//! HTTP by fetch.

use gloo_net::http::Request;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStream, ReadableStreamDefaultReader, RequestRedirect};
use wire::ANSWER_LIMIT;

use crate::platform::environment::Soon;
use crate::platform::http::{Answer, Moved, NoResponse};

/// The browser's own HTTP. It doesn't say why a response is missing.
pub struct Http;

impl Http {
    /// A client.
    pub const fn new() -> Self {
        Self
    }

    /// Posts, and returns the response.
    #[allow(clippy::unused_self, reason = "natively there is a client with its connections")]
    pub fn post(
        &self,
        url: &str,
        header: (&str, &str),
        body: Vec<u8>,
        moved: Moved,
    ) -> Soon<'_, Result<Answer, NoResponse>> {
        let exchange = Exchange(AbortController::new().ok());
        let signal = exchange.0.as_ref().map(AbortController::signal);
        let request = Request::post(url).redirect(RequestRedirect::Error);
        let request = request.abort_signal(signal.as_ref()).header(header.0, header.1).body(body);
        Box::pin(async move {
            let _exchange = exchange;
            let response = request.map_err(none)?.send().await.map_err(none)?;
            let body = read(response.body(), &moved).await?;
            Ok(Answer { status: response.status(), body })
        })
    }
}

/// Aborts the exchange when dropped, because the browser would otherwise go on reading.
struct Exchange(Option<AbortController>);

impl Drop for Exchange {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}

async fn read(stream: Option<ReadableStream>, moved: &Moved) -> Result<Vec<u8>, NoResponse> {
    let mut body = Vec::new();
    let Some(stream) = stream else { return Ok(body) };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    while let Some(piece) = piece(&reader).await.map_err(|_| NoResponse::NoContact)? {
        let (from, length) = (body.len(), piece.length() as usize);
        moved.add(length);
        if from + length > ANSWER_LIMIT {
            return Err(NoResponse::Endless);
        }
        body.resize(from + length, 0);
        piece.copy_to(&mut body[from..]);
    }
    Ok(body)
}

/// The next piece of a body; none at its end.
async fn piece(reader: &ReadableStreamDefaultReader) -> Result<Option<Uint8Array>, JsValue> {
    let read = JsFuture::from(reader.read()).await?;
    if Reflect::get(&read, &"done".into())?.is_truthy() {
        return Ok(None);
    }
    Ok(Some(Uint8Array::new(&Reflect::get(&read, &"value".into())?)))
}

#[allow(clippy::needless_pass_by_value, reason = "it is what map_err hands over")]
fn none(_: gloo_net::Error) -> NoResponse {
    NoResponse::NoContact
}

/// An address' scheme and host, if it has both.
pub fn parts(url: &str) -> Option<(String, String)> {
    let parsed = web_sys::Url::new(url).ok()?;
    let (scheme, host) = (parsed.protocol(), parsed.hostname());
    let scheme = scheme.trim_end_matches(':').to_owned();
    (!host.is_empty()).then_some((scheme, host))
}
