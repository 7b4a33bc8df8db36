//! The C compiler for WebAssembly: the browser edition brings `SQLite` along.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::shell;

/// Which versions compile `SQLite` to WebAssembly, the one used most first.
const VERSIONS: [u32; 7] = [22, 21, 20, 19, 18, 17, 16];
/// Where Homebrew puts them.
const HOMEBREW: [&str; 2] = ["/opt/homebrew/opt/llvm/bin", "/usr/local/opt/llvm/bin"];
const CC: &str = "CC_wasm32_unknown_unknown";
const AR: &str = "AR_wasm32_unknown_unknown";

/// A compiler and its archiver.
pub struct Compiler {
    cc: PathBuf,
    ar: PathBuf,
}

impl Compiler {
    /// The one to use: what the environment names, or the best that is installed.
    pub fn find() -> Result<Self> {
        from_environment().or_else(numbered).or_else(plain).or_else(homebrew).context(
            "There is no clang of version 16 or newer with llvm-ar. `cargo xtask setup` installs \
             it on Debian and Ubuntu; elsewhere install LLVM, or set CC_wasm32_unknown_unknown \
             and AR_wasm32_unknown_unknown.",
        )
    }

    /// Makes cargo's build scripts use it.
    pub fn apply<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.env(CC, &self.cc).env(AR, &self.ar)
    }

    /// Its name.
    pub fn name(&self) -> String {
        self.cc.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// The packages that bring it, out of those that exist.
pub fn packages(existing: &HashSet<String>) -> Vec<String> {
    let newest = VERSIONS.iter().find(|version| existing.contains(&format!("clang-{version}")));
    let suffix = newest.map(|version| format!("-{version}")).unwrap_or_default();
    ["clang", "lld", "llvm"].map(|name| format!("{name}{suffix}")).into()
}

fn from_environment() -> Option<Compiler> {
    let variable = |name| std::env::var_os(name).map(PathBuf::from);
    Some(Compiler { cc: variable(CC)?, ar: variable(AR)? })
}

fn numbered() -> Option<Compiler> {
    VERSIONS.iter().find_map(|version| {
        let cc = shell::find(&format!("clang-{version}"))?;
        let ar = shell::find(&format!("llvm-ar-{version}"))?;
        Some(Compiler { cc, ar })
    })
}

fn plain() -> Option<Compiler> {
    let cc = shell::find("clang").filter(|path| is_new_enough(path))?;
    Some(Compiler { cc, ar: shell::find("llvm-ar")? })
}

fn homebrew() -> Option<Compiler> {
    let folder = HOMEBREW.map(Path::new).into_iter().find(|path| path.join("clang").exists())?;
    Some(Compiler { cc: folder.join("clang"), ar: folder.join("llvm-ar") })
}

fn is_new_enough(clang: &Path) -> bool {
    let output = Command::new(clang).arg("--version").output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    text.ok().and_then(|text| version(&text)).is_some_and(|version| version >= 16)
}

/// The major version that clang says of itself. Apple's own doesn't know WebAssembly.
fn version(text: &str) -> Option<u32> {
    let (before, after) = text.split_once("clang version ")?;
    if before.contains("Apple") {
        return None;
    }
    after.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_read_from_what_clang_says() {
        assert_eq!(version("Ubuntu clang version 18.1.3 (1ubuntu1)\nTarget: …"), Some(18));
        assert_eq!(version("Debian clang version 14.0.6"), Some(14));
        assert_eq!(version("Apple clang version 17.0.0 (clang-1700)"), None);
    }

    #[test]
    fn the_newest_packages_that_exist_are_taken() {
        let existing = |names: &[&str]| names.iter().map(ToString::to_string).collect();
        assert_eq!(packages(&existing(&["clang-14", "clang-16", "clang-19"]))[0], "clang-19");
        assert_eq!(packages(&existing(&["clang", "clang-15"]))[2], "llvm");
    }
}
