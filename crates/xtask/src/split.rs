//! Takes a module apart: the functions that are marked as a later one's leave it, with all that
//! only they need, and are fetched when the first of them is called.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use wasm_encoder::{Module, RawSection};
use wasm_split_cli_support::{Options, transform};
use wasmparser::{Parser, Payload};

use crate::files;

/// Where what is left waits for its JavaScript.
const FIRST: &str = "target/xtask/first";
/// What fetches the rest.
const LOADER: &str = "./later.js";
/// What the linker keeps when it is asked to, and without which nothing can be taken apart.
const RELOCATIONS: &str = "reloc.CODE";

/// Puts the later modules into `folder`. Answers with where what is left is: the module itself
/// when it is all one.
pub fn apart(module: &Path, folder: &Path) -> Result<PathBuf> {
    let whole = files::read(module)?;
    if !has_relocations(&whole)? {
        return Ok(module.to_owned());
    }
    let name = module.file_stem().unwrap_or_default().to_string_lossy();
    let (first, bindings) = (Path::new(FIRST).join(format!("{name}.wasm")), format!("./{name}.js"));
    fs::create_dir_all(FIRST)?;
    let mut options = Options::new(&whole);
    (options.output_dir, options.main_out_path) = (folder, &first);
    (options.link_name, options.main_module) = (LOADER, &bindings);
    let parts = transform(options).map_err(|error| anyhow!("{error:#}"));
    let parts = parts.with_context(|| format!("{} can't be taken apart", module.display()))?;
    for part in parts.split_modules {
        let bare = without_names(&files::read(&part)?)?;
        files::write(&part, &bare)?;
    }
    Ok(first)
}

fn has_relocations(module: &[u8]) -> Result<bool> {
    for payload in Parser::new(0).parse_all(module) {
        if matches!(payload?, Payload::CustomSection(section) if section.name() == RELOCATIONS) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Without what only a debugger reads.
fn without_names(module: &[u8]) -> Result<Vec<u8>> {
    let mut bare = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        let custom = matches!(payload, Payload::CustomSection(_));
        if let Some((id, range)) = payload.as_section().filter(|_| !custom) {
            let data = module.get(range).context("a section ends after its module")?;
            bare.section(&RawSection { id, data });
        }
    }
    Ok(bare.finish())
}
