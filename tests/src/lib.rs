//! What tests of several devices and a server share: a world in one process, a site whose way to the
//! server can be made bad, and a member whose program is another one.
#![allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "a story that cannot go on should stop"
)]

pub mod archive;
mod fast_machine;
pub mod handover;
mod keychain;
pub mod member;
pub mod paper;
pub mod site;
mod world;

pub use fast_machine::FastMachine;
pub use keychain::Keychain;
pub use world::{Device, World, note, now, rand};
