//! What Bomiljø does for people, told with real devices and a real server.
#![allow(clippy::unwrap_used, reason = "a story that cannot go on should stop")]

mod architecture;
mod archiving;
mod asking;
mod attending;
mod clocks;
mod conflicts;
mod copying;
mod counting;
mod demonstration;
mod discarding;
mod emptying;
mod ending;
mod exporting;
mod handing_over;
mod importing;
mod joining;
mod keeping;
mod members;
mod naming;
mod owning;
mod paging;
mod planning;
mod printing;
mod restoring;
mod searching;
mod settling;
mod sharing;
mod topics;
mod twice;
mod undoing;
mod unknown;
mod waiting;
mod watching;
