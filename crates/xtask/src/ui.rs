//! The interface, for the window and for the browser.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::edition::{RELEASE, TRIAL};
use crate::stamp::{self, Inputs};
use crate::step::step;
use crate::wasm::{self, Profile};
use crate::{files, node, package_page, texts};

/// What the window holds.
pub const DIST: &str = "ui/dist";
/// The module that reads and writes files, which few need.
const TABLES: &str = "ui/dist/tables";

/// How the interface is built.
#[derive(Default, clap::Args)]
pub struct Options {
    /// Without optimisation: large, but soon built after a change
    #[arg(long)]
    fast: bool,
}

/// Builds `ui/dist` for the window and the browser edition around it.
pub fn build(options: &Options) -> Result<()> {
    let profile = if options.fast { Profile::Dev } else { Profile::Web };
    node::install("ui")?;
    step("Styles and fonts", |step| {
        let now = stamp::unless_done("styles", &style_inputs()?, "ui/dist/app.css", || {
            step.run(&mut node::npm("ui", &["run", "styles"]))
        })?;
        step.note(if now { "made" } else { "there" });
        Ok(())
    })?;
    package_page::build()?;
    files::copy_all(Path::new("ui/static"), Path::new(DIST))?;
    texts::build(Path::new(DIST))?;
    wasm::build("ui", profile, DIST)?;
    wasm::build("tables", profile, TABLES)?;
    wasm::build("web", profile, RELEASE.core)?;
    RELEASE.assemble()
}

/// Builds the same, and beside it the browser edition that takes the time from tests.
pub fn to_test() -> Result<()> {
    build(&Options::default())?;
    wasm::build("web", Profile::Trial, TRIAL.core)?;
    TRIAL.assemble()
}

/// All that they are made from. The Rust too: it says which styles are used.
fn style_inputs() -> Result<Inputs> {
    let except = ["Cargo.toml", "dist", "node_modules"];
    let paths = files::under(Path::new("ui"), &except)?;
    let paths: Vec<PathBuf> = paths.iter().map(|path| Path::new("ui").join(path)).collect();
    Inputs::default().files(&paths)
}
