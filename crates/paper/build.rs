//! Gathers the Fluent files of each language.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

const LOCALES: &str = "../../locales";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={LOCALES}");
    let mut languages = String::new();
    for folder in sorted(Path::new(LOCALES))? {
        let files =
            sorted(&folder)?.iter().map(fs::read_to_string).collect::<io::Result<Vec<_>>>()?;
        let language = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        languages.extend([format!("({language:?}, {:?}),\n", files.join("\n"))]);
    }
    let all = format!(
        "/// The source of the texts of each language.\nconst SOURCES: &[(&str, &str)] = &[\n{languages}];\n"
    );
    let out = env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
    fs::write(out.join("texts.rs"), all)
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths =
        fs::read_dir(folder)?.map(|it| Ok(it?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
