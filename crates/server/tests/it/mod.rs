//! The server as its callers meet it: real HTTP, a real database on disk. Each kind
//! of database has a folder beside this one, with a `store` and what is only its own.

mod admission;
mod damage;
mod dawdlers;
pub mod device;
mod exchange;
mod garbage;
mod hearing;
pub mod in_process;
mod lasting;
mod limits;
mod log;
mod maker;
mod operating;
mod paging;
mod proofs;
mod quota;
mod restored;
mod snapshot;
mod snapshot_due;
mod stopping;
mod unread_body;
mod waiting;
mod web;
pub mod world;
