//! HTTP: reqwest where there is an operating system, fetch in a browser.

/// What came back.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

/// Why nothing came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    /// No contact.
    NoContact,
    /// Whoever listens there has no certificate that says it is the server; nothing was sent.
    Unproven,
}

#[cfg(not(target_family = "wasm"))]
mod here {
    use std::error::Error;
    use std::io;
    use std::iter::successors;
    use std::sync::LazyLock;

    use super::{Answer, Silence};
    use crate::host::Soon;

    /// The client, with its connections. Made when first used: reading the system's
    /// certificates takes longer than opening the database.
    pub struct Http(LazyLock<reqwest::Client>);

    impl Http {
        /// A client without connections.
        pub const fn new() -> Self {
            Self(LazyLock::new(reqwest::Client::new))
        }

        /// Posts.
        pub fn post(
            &self,
            url: &str,
            header: (&str, &str),
            body: Vec<u8>,
        ) -> Soon<'_, Result<Answer, Silence>> {
            let request = self.0.post(url).header(header.0, header.1).body(body);
            Box::pin(async move {
                let response = request.send().await.map_err(|it| silence(&it))?;
                let status = response.status().as_u16();
                let body = response.bytes().await.map_err(|it| silence(&it))?;
                Ok(Answer { status, body: body.into() })
            })
        }
    }

    fn silence(error: &reqwest::Error) -> Silence {
        let mut causes = successors(error.source(), |it| (**it).source());
        if causes.any(is_about_certificate) { Silence::Unproven } else { Silence::NoContact }
    }

    /// What an I/O error wraps is not among its sources.
    fn is_about_certificate(error: &(dyn Error + 'static)) -> bool {
        match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
            Some(inner) => is_about_certificate(inner),
            None => matches!(error.downcast_ref(), Some(rustls::Error::InvalidCertificate(_))),
        }
    }

    /// Whether something can be posted there.
    pub fn is_address(url: &str) -> bool {
        let parsed = reqwest::Url::parse(url);
        parsed.is_ok_and(|it| matches!(it.scheme(), "http" | "https") && it.has_host())
    }
}

#[cfg(target_family = "wasm")]
mod here {
    use gloo_net::http::Request;

    use super::{Answer, Silence};
    use crate::host::Soon;

    /// The browser itself. It doesn't tell why there is no answer.
    pub struct Http;

    impl Http {
        /// The one there is.
        pub const fn new() -> Self {
            Self
        }

        /// Posts.
        #[allow(clippy::unused_self, reason = "natively there is a client with its connections")]
        pub fn post(
            &self,
            url: &str,
            header: (&str, &str),
            body: Vec<u8>,
        ) -> Soon<'_, Result<Answer, Silence>> {
            let request = Request::post(url).header(header.0, header.1).body(body);
            Box::pin(async move {
                let response = request.map_err(none)?.send().await.map_err(none)?;
                let body = response.binary().await.map_err(none)?;
                Ok(Answer { status: response.status(), body })
            })
        }
    }

    fn none(_: gloo_net::Error) -> Silence {
        Silence::NoContact
    }

    /// Whether something can be posted there.
    pub fn is_address(url: &str) -> bool {
        let parsed = web_sys::Url::new(url);
        parsed.is_ok_and(|it| matches!(it.protocol().as_str(), "http:" | "https:"))
    }
}

pub use here::{Http, is_address};
