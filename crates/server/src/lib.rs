//! The server. It stores what devices send, in one order for each space, and hands it on. It checks
//! the sender and that no change is missing. It can't read the content.
//!
//! A request goes `serving` (sockets) → `client_ip` (rate limits) → `bodies` → `signed` (sender) →
//! `routes` → a file for each call (`admission`, `push`, `pull`, `snapshot`) → [`storage`]. A wait
//! listens to `notifier`. A push notifies it once its changes are stored; `background` does when
//! another server stored them. [`settings`] become a [`Config`].

mod admin;
mod admission;
mod answers;
mod background;
mod bodies;
mod check;
mod client_ip;
mod endpoint;
mod error;
mod folder;
mod host;
mod hub;
mod in_process;
mod limits;
pub mod logging;
mod metrics;
mod nonces;
mod notifier;
mod pace;
mod patient;
mod pull;
mod push;
mod queue;
mod recent;
mod room;
mod routes;
mod running;
mod serving;
pub mod settings;
mod signed;
mod snapshot;
pub mod storage;
mod unread_body;
mod web;

pub use check::{Checked, Damage};
pub use error::{Error, Result};
pub use host::Host;
pub use in_process::InProcess;
pub use limits::{Limits, Rate};
pub use running::{Config, Database, Running, Server, check, mark_restored};
