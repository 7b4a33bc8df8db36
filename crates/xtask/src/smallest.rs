//! The smallest code that Rust can make for the web. What people download before they see
//! anything gets a standard library built for size, in which a panic stops at once, without a
//! word: an eighth less. The flags are unstable, so they stand here alone; a compiler that no
//! longer takes them only needs this file changed, and without the library's source, or with
//! `--fast`, the interface is built without them and works just as well.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::shell;
use crate::step::Step;

const SOURCE: &str = "lib/rustlib/src/rust/library/std";
const PANIC: &str = r#"profile.web.panic="immediate-abort""#;
const FLAGS: &str =
    r#"target.wasm32-unknown-unknown.rustflags=["-Zlocation-detail=none", "-Zfmt-debug=none"]"#;

/// Makes a build for the web as small as this machine's Rust can.
pub fn apply(command: &mut Command) -> Result<()> {
    if has_source()? {
        command.env("RUSTC_BOOTSTRAP", "1").args(["--config", PANIC, "--config", FLAGS]).args([
            "-Zpanic-immediate-abort",
            "-Zbuild-std=std,panic_abort",
            "-Zbuild-std-features=optimize_for_size",
        ]);
    }
    Ok(())
}

/// Sees to the standard library's source.
pub fn install(step: &mut Step) -> Result<()> {
    if has_source()? {
        step.note("there");
        return Ok(());
    }
    let mut fetch = shell::command("rustup", ["component", "add", "rust-src"]);
    if shell::find("rustup").is_none() || step.run(&mut fetch).is_err() {
        step.note("missing, and can't be fetched: the interface gets an eighth larger");
    }
    Ok(())
}

fn has_source() -> Result<bool> {
    let sysroot = shell::read(&mut shell::command("rustc", ["--print", "sysroot"]))?;
    Ok(Path::new(sysroot.trim()).join(SOURCE).exists())
}
