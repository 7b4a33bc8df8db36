//! From a crate to a WebAssembly module with its JavaScript, for the web.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::compiler::Compiler;
use crate::stamp::{self, Inputs};
use crate::step::step;
use crate::{files, shell, split};

/// Where they are built, so that native builds needn't wait.
const FOLDER: &str = "target/web";
/// What rustc calls the web.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// How well it is optimised.
#[derive(Clone, Copy)]
pub enum Profile {
    /// Small: what people get.
    Web,
    /// Soon built, and listening to tests.
    Trial,
    /// Soon built: for looking at a change.
    Dev,
}

impl Profile {
    /// Cargo's name for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Trial => "trial",
            Self::Dev => "dev",
        }
    }

    fn folder(self) -> &'static str {
        match self {
            Self::Dev => "debug",
            profile => profile.name(),
        }
    }
}

/// A cargo command for the web, such as `build` or `clippy`.
pub fn cargo(subcommand: &str, profile: Profile) -> Result<Command> {
    let mut command = shell::cargo([subcommand, "--target", TARGET, "--target-dir", FOLDER]);
    command.args(["--profile", profile.name()]);
    Compiler::find()?.apply(&mut command);
    Ok(command)
}

/// Builds a crate into `folder`, as `NAME.js` and `NAME_bg.wasm`.
pub fn build(package: &str, profile: Profile, folder: &str) -> Result<()> {
    let mut command = cargo("build", profile)?;
    command.args(["--package", package]);
    step(&format!("Crate {package} for the web"), |step| step.run(&mut command))?;
    let built: PathBuf =
        [FOLDER, TARGET, profile.folder(), &format!("{package}.wasm")].iter().collect();
    let inputs = Inputs::default().word(folder).files(std::slice::from_ref(&built))?;
    let output = format!("{folder}/{package}_bg.wasm");
    let bind = || bindings(&built, Path::new(folder), profile);
    let name = format!("bindings-{package}-{}", profile.name());
    step(&format!("JavaScript for crate {package}"), |step| {
        let now = stamp::unless_done(&name, &inputs, &output, bind)?;
        step.note(if now { "made" } else { "there" });
        Ok(())
    })
}

fn bindings(module: &Path, folder: &Path, profile: Profile) -> Result<()> {
    let small = matches!(profile, Profile::Web);
    let first = split::apart(module, folder)?;
    // Its snippets' names are hashes: those of earlier builds would stay for ever.
    files::remove_folder(&folder.join("snippets"))?;
    Bindgen::new()
        .input_path(&first)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(false)
        // A later module shares memory, table and stack with the first.
        .keep_lld_exports(true)
        .remove_name_section(small)
        .remove_producers_section(small)
        .generate(folder)
        .with_context(|| format!("{} has bindings that can't be made", module.display()))?;
    is_whole(&folder.join(module.file_stem().unwrap_or_default()).with_extension("js"))
}

/// A C function that nothing defines becomes an import that no browser can resolve.
fn is_whole(bindings: &Path) -> Result<()> {
    let text = String::from_utf8(files::read(bindings)?)?;
    ensure!(!text.contains(r#"from "env""#), "{} asks for C functions", bindings.display());
    Ok(())
}
