//! How changes travel between devices that trust each other, through a server
//! that can read none of them.
//!
//! [`seal`] hides and signs what the server must not read, [`snapshot`] spares a new device the many
//! small changes, [`engine`] decides when to push, pull and wait. What the server sees is the crate
//! `wire`. Nothing here does I/O, reads a clock or makes a random number.

pub mod code;
mod conceal;
pub mod engine;
pub mod seal;
pub mod snapshot;

pub use code::JoinCode;
pub use engine::{Effect, Engine, Event, Failure};
