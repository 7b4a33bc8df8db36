//! What the app uses of its device: time, randomness, the network, and a folder for its data.

pub mod environment;
#[cfg(not(target_family = "wasm"))]
pub mod home;
pub mod http;
#[cfg(not(target_family = "wasm"))]
pub mod purge;
#[cfg(not(target_family = "wasm"))]
pub mod repair;
pub mod system;
#[cfg(not(target_family = "wasm"))]
mod system_keys;
