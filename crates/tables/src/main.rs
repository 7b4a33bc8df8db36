//! The module that the interface fetches when somebody picks or asks for a file.

#[cfg(target_family = "wasm")]
mod web;

/// A module has nothing to do until it is asked.
fn main() {}
