//! The chaos harness: the real `bomiljo` and `bomiljo-server` as processes, three to nine devices
//! at a time, on a network, disks and clocks that are as bad as a seed says.
//!
//! A [`plan`] is a pure function of a seed: it says beforehand what each device does and what befalls
//! it, and [`weather`] says which request meets which of the [`faults`]. A [`story`] carries the
//! plan out; [`act`] is what devices do, [`repair`] what becomes of a damaged home. How
//! long a process takes is not decided by a seed, so a story that went badly may go well the next
//! time: its folder is kept, with every home, the server's data and `story.log`, which has a line a step.
//!
//! The [`oracle`] knows every text that somebody wrote, and what they were told about it. Once
//! everything is mended, each device must have each text that was acknowledged, show those that
//! nobody has edited over, have none twice, be sound by its own account and equal to all others
//! ([`judging`]). What may be gone is what stood on one device alone whose home was put
//! back, damaged or lost; what a salvage brings back counts again.
//!
//! Panics, calls over their limit, floods of requests and refusals without a reason are found
//! while they happen ([`finding`]).
//!
//! Differs from `crates/sim`: there everything runs in one thread and a hundred thousand worlds
//! can be lived through; here nothing is imitated, not even the kernel.
#![allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "a story that cannot go on should stop, and its seed is printed"
)]

pub mod act;
mod blow;
pub mod campaign;
mod damage;
mod database;
pub mod deed;
pub mod device;
mod draw;
mod fate;
pub mod faults;
pub mod finding;
mod healing;
mod http;
pub mod journal;
pub mod judging;
pub mod oracle;
pub mod plan;
pub mod process;
pub mod programs;
pub mod proxy;
pub mod reading;
pub mod reaper;
pub mod repair;
pub mod scene;
mod server;
pub mod story;
pub mod text;
pub mod traffic;
pub mod way;
pub mod weather;
