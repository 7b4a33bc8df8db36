//! The server over a database file.

// Helpers of tests fail by panicking, like tests.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod file;
#[path = "../it/mod.rs"]
mod it;
mod store;
