//! The simulator: real devices and the real server in one thread, with a network, clocks, disks
//! and luck that a seed decides. The same seed gives the same world, to the byte.
//!
//! A [`plan`] says what happens; the [`world`] carries it out: `work` is what people do, `device_faults`
//! and `network_faults` what goes wrong, `deliver` how messages arrive. The [`oracle`] knows what people
//! typed, and `invariants` says what must therefore hold.
#![allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "a simulation that cannot go on should stop, and its seed is printed"
)]

pub mod campaign;
mod central;
mod deliver;
mod device;
mod device_faults;
mod files;
mod fresh;
mod handing_over;
mod healing;
mod inspect;
mod invariants;
pub mod keep;
mod network;
mod network_faults;
mod newer;
pub mod oracle;
mod phone;
pub mod plan;
pub mod run;
pub mod shrink;
pub mod trace;
mod work;
pub mod world;

use ::dice;

pub use keep::Database;
pub use plan::Plan;
pub use run::{Run, run};
