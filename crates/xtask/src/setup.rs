//! What must be on a machine besides Rust.

use std::path::Path;

use anyhow::{Context, Result};

use crate::compiler::{self, Compiler};
use crate::shell;
use crate::step::{Step, step};
use crate::{apt, tools};

const TO_BUILD: [&str; 7] = [
    "build-essential",
    "pkg-config",
    "perl",
    "libwebkit2gtk-4.1-dev",
    "librsvg2-dev",
    "libxdo-dev",
    "libayatana-appindicator3-dev",
];
const TO_TEST: [&str; 9] = [
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "dbus-x11",
    "fonts-noto-core",
    "postgresql",
    // They read what was printed.
    "poppler-utils",
    "python3-pikepdf",
    // It reads the XML of an archive, and knows schemas.
    "libxml2-utils",
];
const CHROMIUMS: [&str; 4] =
    ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"];
const FIREFOXES: [&str; 2] = ["firefox-esr", "firefox"];
const WASM: &str = "wasm32-unknown-unknown";

/// What `ui` and `run` need.
pub fn to_build() -> Result<()> {
    step("System packages", |step| packages(step, &TO_BUILD, false))?;
    step("WebAssembly target for Rust", wasm_target)
}

/// What `test` needs.
pub fn to_test() -> Result<()> {
    let wanted = [TO_BUILD.as_slice(), &TO_TEST].concat();
    step("System packages", |step| packages(step, &wanted, true))?;
    step("WebAssembly target for Rust", wasm_target)
}

/// What any of them needs.
pub fn everything() -> Result<()> {
    to_test()?;
    tools::ALL.iter().try_for_each(tools::Tool::install)
}

/// A Chromium to test the browser edition in.
pub fn chromium() -> Result<std::path::PathBuf> {
    CHROMIUMS.iter().find_map(|name| shell::find(name).filter(|path| !is_snap_stub(path))).context(
        "There is no Chromium to test the browser edition in. Ubuntu's packages are only a \
         pointer to a snap, which tests can't drive: install Google Chrome, or Chromium from \
         elsewhere, so that `google-chrome` or `chromium` is found.",
    )
}

/// A Firefox, as receivers of packages have it.
pub fn firefox() -> Result<std::path::PathBuf> {
    FIREFOXES.iter().find_map(|name| shell::find(name).filter(|path| !is_snap_stub(path))).context(
        "There is no Firefox to open a package in. Ubuntu's package is only a pointer to a snap, \
         which tests can't drive: install Mozilla's own package, so that `firefox` is found.",
    )
}

/// Whether a window can be opened.
pub fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

fn packages(step: &mut Step, fixed: &[&str], tests: bool) -> Result<()> {
    if !apt::is_here() {
        step.note(elsewhere());
        return Ok(());
    }
    let mut wanted: Vec<String> = fixed.iter().map(ToString::to_string).collect();
    if shell::find("node").is_none() || shell::find("npm").is_none() {
        wanted.extend(["nodejs".to_owned(), "npm".to_owned()]);
    }
    if tests && !apt::is_ubuntu() && chromium().is_err() {
        wanted.push("chromium".to_owned());
    }
    if tests && !apt::is_ubuntu() && firefox().is_err() {
        wanted.push("firefox-esr".to_owned());
    }
    let mut missing = apt::missing(&wanted)?;
    let lacks_compiler = Compiler::find().is_err();
    if !missing.is_empty() || lacks_compiler {
        apt::update(step)?;
        if lacks_compiler {
            missing.extend(compiler::packages(&apt::beginning_with("clang")?));
        }
        apt::install(step, &missing)?;
        step.note(format!("installed {}", missing.join(" ")));
    } else {
        step.note(format!("all {} there, and {}", wanted.len(), Compiler::find()?.name()));
    }
    Ok(())
}

fn wasm_target(step: &mut Step) -> Result<()> {
    let sysroot = shell::read(&mut shell::command("rustc", ["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).exists() {
        step.note("there");
        return Ok(());
    }
    step.run(&mut shell::command("rustup", ["target", "add", WASM])).context(
        "Rust's WebAssembly target can't be installed. With rustup: is there a network? \
         Without rustup: install your distribution's package of it for this very version of Rust.",
    )
}

fn is_snap_stub(path: &Path) -> bool {
    // Ubuntu's is a short shell script that asks for the snap; a real one may be a script too.
    std::fs::read_to_string(path).is_ok_and(|text| text.contains("snap install"))
        || path.starts_with("/snap")
}

fn elsewhere() -> &'static str {
    match std::env::consts::OS {
        "macos" => {
            "nothing done: needs Xcode's command line tools, and from Homebrew llvm and node"
        }
        "windows" => {
            "nothing done: needs Visual Studio's C++ tools, LLVM, Strawberry Perl and Node.js"
        }
        _ => {
            "nothing done: there is no apt-get; needs WebKitGTK 4.1, librsvg, libxdo, \
              libayatana-appindicator, perl, clang, llvm and Node.js"
        }
    }
}
