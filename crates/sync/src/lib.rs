//! How changes travel between devices that trust each other, through a server
//! that can read none of them.
//!
//! [`wire`] is what the server sees, [`seal`] what hides and signs the rest,
//! [`snapshot`] what spares a new device the many small ones,
//! [`admission`] how a device becomes a member, [`engine`] when to push,
//! pull and wait, and [`offset`] what moves a clock in tests. Nothing here does I/O, reads a clock or makes a random number.

pub mod admission;
pub mod code;
mod conceal;
pub mod engine;
pub mod offset;
pub mod request;
pub mod seal;
pub mod snapshot;
pub mod wire;

pub use admission::{DeviceKey, SpaceKey};
pub use code::JoinCode;
pub use engine::{Effect, Engine, Event, Failure};
