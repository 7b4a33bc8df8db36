//! The central endpoint: keeps what devices send in one order per space and
//! hands it on. It checks who asks and that nothing is missing, and can read
//! none of the content.
//!
//! A request goes `signed` (whose is it?) → `routes` → a file per call
//! (`admission`, `push`, `pull`) → [`storage`]. Whoever waits for news listens to
//! `heads`, which a push tells once it is stored.

mod admission;
mod clock;
mod endpoint;
mod error;
mod heads;
mod hub;
mod nonces;
mod pull;
mod push;
mod routes;
mod running;
mod signed;
pub mod storage;
mod web;

pub use error::{Error, Result};
pub use running::{Config, Running, Server, mark_restored};
