//! Bugs that others shipped, each as what must hold here: by the numbers of the design's
//! catalogue, with real devices and a real server over real HTTP.
//!
//! | | |
//! |---|---|
//! | [`checkpoints`] | 1, 2, 3, 9, 11, 12, 13, 37 |
//! | [`ordering`] | 4, 5, 6, 7, 10, 28 |
//! | [`restoring`] | 14, 15, 16, 17, 18, 23, 39 |
//! | [`merging`] | 19, 20, 21, 22, 24, 25, 26, 27 |
//! | [`texts`] | 29, 30 |
//! | [`concurrency`] | 31, 32, 33, 41 |
//! | [`sizes`] | 38 |
//! | [`scope`] | 36 |
//! | [`storage`] | 40 |
//! | [`snapshots`] | 8, 37 |
//!
//! 4 and 5 depend on the database as well: `crates/server/tests/postgres/gaps.rs` looks for gaps
//! among 10,000 transactions of PostgreSQL, and `shared.rs` there has two servers on one
//! database. 33 and 41 are tried with real kills in `tests/crashes`.
//!
//! There is nothing yet that 34 (a record that moves to another space) and 35 (purging) could
//! happen to.
#![allow(clippy::unwrap_used, reason = "a story that cannot go on should stop")]

mod checkpoints;
mod concurrency;
mod damage;
mod merging;
mod ordering;
mod restoring;
mod scope;
mod sizes;
mod snapshots;
mod storage;
mod texts;
