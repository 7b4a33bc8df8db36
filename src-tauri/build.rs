//! Declares the commands, so that capabilities can name them.

use std::path::Path;
use std::{fs, io};

const INTERFACE: &str = "../ui/dist";

fn main() -> io::Result<()> {
    // The interface is compiled in. Without one, the core and the shell can still be checked.
    fs::create_dir_all(INTERFACE)?;
    if !Path::new(INTERFACE).join("index.html").exists() {
        println!("cargo:warning=there is no interface yet, the window stays empty: cargo xtask ui");
    }
    println!("cargo:rerun-if-changed={INTERFACE}");
    let manifest =
        tauri_build::AppManifest::new().commands(&["call", "carry", "paper", "take_over"]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))
        .map_err(io::Error::other)
}
