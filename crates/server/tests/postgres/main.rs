//! The server over PostgreSQL: the same tests, and those that take several servers.
//! `BOMILJO_TEST_POSTGRES` names one to make databases in; without it, they start their own
//! by a shell script, and so on Unix only.

#![cfg(unix)]
// Helpers of tests fail by panicking, like tests.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod gaps;
#[path = "../it/mod.rs"]
mod it;
mod schema;
mod shared;
mod store;
