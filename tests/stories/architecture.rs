//! What the architecture promises and a compiler can't see.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The Rust files below a folder, with their text.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                found.push((path.clone(), fs::read_to_string(path).unwrap()));
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has no sources");
    found
}

fn nowhere(folder: &str, text: &str, but: &str) {
    for (path, source) in sources(folder) {
        let allowed = path.file_name().is_some_and(|it| it == but);
        assert!(allowed || !source.contains(text), "{} names {text}", path.display());
    }
}

#[test]
fn the_server_knows_no_record_kind() {
    nowhere("crates/server/src", "domain::", "");
    let manifest = fs::read_to_string(root().join("crates/server/Cargo.toml")).unwrap();
    assert!(!manifest.contains("domain"));
}

#[test]
fn only_one_file_of_the_interface_knows_a_transport() {
    nowhere("ui/src", "__TAURI_INTERNALS__", "api.rs");
    nowhere("ui/src", "Worker::", "api.rs");
}

#[test]
fn the_domain_does_no_input_or_output() {
    for text in ["std::fs", "std::net", "std::env", "std::time", "println!"] {
        nowhere("crates/domain/src", text, "");
    }
}

#[test]
fn the_window_has_one_command() {
    let commands: usize = sources("src-tauri/src")
        .iter()
        .map(|(_, it)| it.matches("#[tauri::command]").count())
        .sum();
    assert_eq!(commands, 1);
}
