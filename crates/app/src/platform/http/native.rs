//! HTTP by reqwest.

use std::error::Error;
use std::io;
use std::iter::successors;
use std::sync::LazyLock;
use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Body, Client, Response, Url};
use wire::ANSWER_LIMIT;

use crate::platform::environment::Soon;
use crate::platform::http::roots::tls;
use crate::platform::http::upload::Upload;
use crate::platform::http::{Answer, Moved, NoResponse};

/// How long a connection may take.
const CONNECT: Duration = Duration::from_secs(20);

/// The client, with its connections. Made when first used: reading the system's
/// certificates takes longer than opening the database.
pub struct Http(LazyLock<Option<Client>>);

impl Http {
    /// A client without connections.
    pub const fn new() -> Self {
        Self(LazyLock::new(client))
    }

    /// Posts, and reports the bytes that move.
    pub fn post(
        &self,
        url: &str,
        header: (&str, &str),
        body: Vec<u8>,
        moved: Moved,
    ) -> Soon<'_, Result<Answer, NoResponse>> {
        let body = Body::wrap(Upload::new(body, moved.clone()));
        let client = self.0.as_ref();
        let request = client.map(|it| it.post(url).header(header.0, header.1).body(body));
        Box::pin(async move {
            let sending = request.ok_or(NoResponse::NoContact)?.send();
            let response = sending.await.map_err(|it| silence(&it))?;
            read(response, &moved).await
        })
    }
}

fn client() -> Option<Client> {
    let builder = Client::builder().redirect(Policy::none()).connect_timeout(CONNECT);
    builder.use_preconfigured_tls(tls()?).build().ok()
}

async fn read(mut response: Response, moved: &Moved) -> Result<Answer, NoResponse> {
    let (status, mut body) = (response.status().as_u16(), Vec::new());
    if response.content_length().is_some_and(|it| it > ANSWER_LIMIT as u64) {
        return Err(NoResponse::Endless);
    }
    while let Some(piece) = response.chunk().await.map_err(|it| silence(&it))? {
        moved.add(piece.len());
        body.extend_from_slice(&piece);
        if body.len() > ANSWER_LIMIT {
            return Err(NoResponse::Endless);
        }
    }
    Ok(Answer { status, body })
}

fn silence(error: &reqwest::Error) -> NoResponse {
    let mut causes = successors(error.source(), |it| (**it).source());
    causes.find_map(about_tls).unwrap_or(NoResponse::NoContact)
}

/// The error that an I/O error wraps is not among its sources, so it is examined here.
fn about_tls(error: &(dyn Error + 'static)) -> Option<NoResponse> {
    match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
        Some(inner) => about_tls(inner),
        None => error.downcast_ref().map(|it| match it {
            rustls::Error::InvalidCertificate(_) => NoResponse::Unproven,
            _ => NoResponse::Insecure,
        }),
    }
}

/// An address' scheme and host, if it has both.
pub fn parts(url: &str) -> Option<(String, String)> {
    let parsed = Url::parse(url).ok()?;
    Some((parsed.scheme().to_owned(), parsed.host_str()?.to_owned()))
}
