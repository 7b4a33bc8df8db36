//! How changes travel between devices that trust each other, through a server that can read none of
//! them.
//!
//! [`seal`] encrypts and signs changes, [`snapshot`] saves a new device from fetching them one by
//! one, and [`engine`] decides when to push, pull and wait. What the server sees is in the crate
//! `wire`. Nothing here does I/O, reads a clock or makes a random number.

pub mod code;
mod conceal;
pub mod engine;
pub mod seal;
pub mod snapshot;

pub use code::JoinCode;
pub use engine::{Effect, Engine, Event, Failure};
pub use seal::{open_with, seal_with};
