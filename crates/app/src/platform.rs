//! What an app gets from the device it runs on: time, randomness, the network, and a home for its data.

pub mod environment;
#[cfg(not(target_family = "wasm"))]
pub mod home;
pub mod http;
#[cfg(not(target_family = "wasm"))]
pub mod repair;
pub mod system;
