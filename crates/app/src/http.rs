//! HTTP: reqwest where there is an operating system, fetch in a browser.

/// What came back.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

#[cfg(not(target_family = "wasm"))]
mod here {
    use std::sync::LazyLock;

    use super::Answer;
    use crate::host::Soon;

    /// The client, with its connections. Made when first used: reading the system's
    /// certificates takes longer than opening the database.
    pub struct Http(LazyLock<reqwest::Client>);

    impl Http {
        /// A client without connections.
        pub const fn new() -> Self {
            Self(LazyLock::new(reqwest::Client::new))
        }

        /// Posts; nothing when there is no contact.
        pub fn post(
            &self,
            url: &str,
            header: (&str, &str),
            body: Vec<u8>,
        ) -> Soon<'_, Option<Answer>> {
            let request = self.0.post(url).header(header.0, header.1).body(body);
            Box::pin(async move {
                let response = request.send().await.ok()?;
                let status = response.status().as_u16();
                Some(Answer { status, body: response.bytes().await.ok()?.into() })
            })
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

    use super::Answer;
    use crate::host::Soon;

    /// The browser itself.
    pub struct Http;

    impl Http {
        /// The one there is.
        pub const fn new() -> Self {
            Self
        }

        /// Posts; nothing when there is no contact.
        #[allow(clippy::unused_self, reason = "natively there is a client with its connections")]
        pub fn post(
            &self,
            url: &str,
            header: (&str, &str),
            body: Vec<u8>,
        ) -> Soon<'_, Option<Answer>> {
            let request = Request::post(url).header(header.0, header.1).body(body);
            Box::pin(async move {
                let response = request.ok()?.send().await.ok()?;
                Some(Answer { status: response.status(), body: response.binary().await.ok()? })
            })
        }
    }

    /// Whether something can be posted there.
    pub fn is_address(url: &str) -> bool {
        let parsed = web_sys::Url::new(url);
        parsed.is_ok_and(|it| matches!(it.protocol().as_str(), "http:" | "https:"))
    }
}

pub use here::{Http, is_address};
