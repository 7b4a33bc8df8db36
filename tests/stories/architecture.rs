//! What the architecture promises and a compiler can't see.

mod imports;
mod layers;
mod names;
mod pages;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use imports::Imports;
use pages::Table;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The Rust files below a folder, with their text.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    files(folder, "rs")
}

/// The files below a folder whose name ends like that, with their text.
fn files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == ending) {
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
fn the_server_does_not_link_what_is_recorded() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let (mut wanted, mut linked) = (vec!["server"], BTreeSet::new());
    while let Some(package) = wanted.pop() {
        if linked.insert(package) {
            wanted.extend(dependencies(&lock, package));
        }
    }
    assert!(linked.contains("wire") && !linked.contains("domain"), "{linked:?}");
}

/// What a package depends on, in tests too, by `Cargo.lock`.
fn dependencies<'a>(lock: &'a str, package: &str) -> Vec<&'a str> {
    let head = format!("[[package]]\nname = \"{package}\"\n");
    let blocks = lock.match_indices(&head).map(|(at, _)| &lock[at + head.len()..]);
    let own = blocks.map(|it| it.split("[[package]]").next().unwrap_or_default());
    let listed = own.filter_map(|it| it.split_once("dependencies = [")).map(|(_, it)| it);
    let lines = listed.flat_map(|it| it.split(']').next().unwrap_or_default().lines());
    let names = lines.filter_map(|it| it.trim().trim_matches(['"', ',']).split(' ').next());
    names.map(|it| it.trim_matches('"')).filter(|it| !it.is_empty()).collect()
}

#[test]
fn each_folder_of_the_interface_imports_only_those_before_it_and_no_noun_another() {
    let broken = layers::broken(&Imports::of(&root().join("ui/src")));
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn no_modules_of_the_interface_import_each_other() {
    assert_eq!(Imports::of(&root().join("ui/src")).circle(), None);
}

#[test]
fn no_address_of_a_page_is_written_outside_of_the_table() {
    let sources = sources("ui/src");
    let table = Table::of(sources.iter().map(|(_, source)| source.as_str()));
    assert!(table.names.len() > 20, "{:?}", table.names);
    for (path, source) in &sources {
        // The key that leads to the search.
        let key = if path.ends_with("app/keys.rs") { &["/"][..] } else { &[] };
        assert_eq!(table.addresses(source), key, "{}", path.display());
        assert_eq!(table.unknown(source), Vec::<String>::new(), "{}", path.display());
    }
}

#[test]
fn only_one_file_of_the_interface_knows_a_transport() {
    nowhere("ui/src", "__TAURI_INTERNALS__", "api.rs");
    nowhere("ui/src", "Worker::", "api.rs");
}

/// A browser writes what is typed into its own files, to bring it back with the page, unless it is told not to.
#[test]
fn no_browser_is_let_keep_what_is_typed() {
    let unkept = ["type=\"checkbox\"", "type=\"file\"", "type=\"radio\""];
    for (path, source) in sources("ui/src") {
        for tag in ["<input", "<textarea", "<select"] {
            let after = |at: usize| source.get(at + tag.len()..).unwrap_or_default();
            for (at, _) in source.match_indices(tag) {
                let control = after(at).split('<').next().unwrap_or_default();
                let kept = !unkept.iter().any(|it| control.contains(it));
                assert!(
                    !kept || control.contains("autocomplete="),
                    "{}: {tag}{control}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn the_domain_does_no_input_or_output() {
    for text in ["std::fs", "std::net", "std::env", "std::time", "println!"] {
        nowhere("crates/domain/src", text, "");
    }
}

#[test]
fn the_window_has_one_command_for_calls_and_two_that_make_files() {
    let commands: usize = sources("src-tauri/src")
        .iter()
        .map(|(_, it)| it.matches("#[tauri::command]").count())
        .sum();
    assert_eq!(commands, 4);
}
