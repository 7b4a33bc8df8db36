//! Takes in the page that opens a package, if it has been built.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

const PAGE: &str = "page/dist/page.html";

fn main() -> io::Result<()> {
    let out = env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
    println!("cargo::rerun-if-changed={PAGE}");
    // Without the page, the rest can still be checked.
    if !Path::new(PAGE).exists() {
        println!("cargo::warning=there is no page to open packages with: cargo xtask ui");
    }
    fs::write(out.join("page.html"), fs::read(PAGE).unwrap_or_default())
}
