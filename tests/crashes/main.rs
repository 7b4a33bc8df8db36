//! Programs that are killed, disks that are full, networks that break: with the real `bomiljo`
//! and `bomiljo-server`, real signals and real sockets.
//!
//! [`devices`] and [`servers`] are killed a hundred times each, at moments that luck decides.
#![allow(clippy::unwrap_used, reason = "a story that cannot go on should stop")]

mod damage;
mod devices;
mod dice;
mod disks;
mod faults;
mod handing_over;
mod homes;
mod network;
mod programs;
mod proving;
mod servers;
