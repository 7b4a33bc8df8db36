//! The server as its callers meet it: real HTTP, a real database on disk.

// Helpers of tests fail by panicking, like tests.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod admission;
mod device;
mod exchange;
mod garbage;
mod lasting;
mod paging;
mod proofs;
mod restored;
mod waiting;
mod web;
mod world;
