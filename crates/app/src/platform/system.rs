//! The device's real clock, randomness and network.

use getrandom::SysRng;
use getrandom::rand_core::UnwrapErr;
use rand_core::Rng;
#[cfg(not(target_family = "wasm"))]
use store::key::{KeyStore, NoKeyStore};
use wire::offset;

use crate::platform::environment::{Environment, Soon};
use crate::platform::http::{Answer, Http, Moved, NoResponse};
#[cfg(not(target_family = "wasm"))]
use crate::platform::system_keys;

#[cfg(target_family = "wasm")]
#[wasm_bindgen::prelude::wasm_bindgen]
extern "C" {
    /// Lets the files go and destroys them and the key (`src-web/static/core/worker.js`).
    #[wasm_bindgen(js_namespace = self, js_name = destroyAll, catch)]
    async fn destroy_all() -> Result<(), wasm_bindgen::JsValue>;
}

type Now = Box<dyn Fn() -> u64 + Send + Sync>;

/// This machine.
pub struct System {
    now: Now,
    http: Http,
    #[cfg(not(target_family = "wasm"))]
    keys: Box<dyn KeyStore>,
}

impl Default for System {
    fn default() -> Self {
        let moved = std::env::var(offset::VARIABLE).ok().as_deref().and_then(offset::read);
        #[cfg(not(target_family = "wasm"))]
        return Self { keys: system_keys::chosen(), ..Self::moved(moved) };
        #[cfg(target_family = "wasm")]
        Self::moved(moved)
    }
}

impl System {
    /// This machine with its clock moved by so many milliseconds, in debug builds only.
    pub fn moved(millis: Option<i64>) -> Self {
        let millis = offset::heeded(millis);
        Self::with_clock(move || wall_clock().saturating_add_signed(millis))
    }

    /// This machine with another clock, and with keys in files.
    pub fn with_clock(now: impl Fn() -> u64 + Send + Sync + 'static) -> Self {
        Self {
            now: Box::new(now),
            http: Http::new(),
            #[cfg(not(target_family = "wasm"))]
            keys: Box::new(NoKeyStore),
        }
    }
}

impl Environment for System {
    fn now(&self) -> u64 {
        (self.now)()
    }

    #[cfg(not(target_family = "wasm"))]
    fn keys(&self) -> &dyn KeyStore {
        self.keys.as_ref()
    }

    /// The operating system's randomness. Without it no key would be safe, so the program stops.
    fn fill(&self, bytes: &mut [u8]) {
        UnwrapErr(SysRng).fill_bytes(bytes);
    }

    #[cfg(not(target_family = "wasm"))]
    fn sleep(&self, millis: u64) -> Soon<'_, ()> {
        Box::pin(async move { tokio::time::sleep(std::time::Duration::from_millis(millis)).await })
    }

    #[cfg(target_family = "wasm")]
    fn sleep(&self, millis: u64) -> Soon<'_, ()> {
        let millis = u32::try_from(millis).unwrap_or(u32::MAX);
        Box::pin(gloo_timers::future::TimeoutFuture::new(millis))
    }

    #[cfg(target_family = "wasm")]
    fn destroy(&self) -> Soon<'_, domain::fault::Result<()>> {
        let storage = |detail| domain::Fault::Storage { detail: format!("{detail:?}") };
        Box::pin(async move { destroy_all().await.map_err(storage) })
    }

    fn post(
        &self,
        url: &str,
        header: (&str, &str),
        body: Vec<u8>,
        moved: Moved,
    ) -> Soon<'_, Result<Answer, NoResponse>> {
        self.http.post(url, header, body, moved)
    }
}

#[cfg(not(target_family = "wasm"))]
#[allow(clippy::disallowed_methods, reason = "this is the one place that asks")]
fn wall_clock() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |it| u64::try_from(it.as_millis()).unwrap_or(u64::MAX))
}

#[cfg(target_family = "wasm")]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "milliseconds fit")]
fn wall_clock() -> u64 {
    js_sys::Date::now() as u64
}
