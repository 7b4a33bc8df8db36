//! What modules import, read from their sources.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The modules of a crate by their paths, `record::form`, each with the modules that it imports.
pub struct Imports(BTreeMap<String, BTreeSet<String>>);

impl Imports {
    /// Of the crate whose sources lie there.
    pub fn of(sources: &Path) -> Self {
        let mut files = BTreeMap::new();
        walk(sources, &mut |path| {
            files.insert(
                module(path.strip_prefix(sources).unwrap()),
                fs::read_to_string(&path).unwrap(),
            );
        });
        let known: BTreeSet<_> = files.keys().cloned().collect();
        let imported = |source: &str| paths(source).filter_map(|it| owner(&known, &it)).collect();
        Self(files.iter().map(|(module, source)| (module.clone(), imported(source))).collect())
    }

    /// Every import, but those between a module and one inside it.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs =
            self.0.iter().flat_map(|(from, all)| all.iter().map(|to| (from.as_str(), to.as_str())));
        pairs.filter(|(from, to)| !is_inside(from, to) && !is_inside(to, from))
    }

    /// A way along imports from a module back to itself, if there is one anywhere.
    pub fn circle(&self) -> Option<Vec<&str>> {
        let mut next = BTreeMap::<_, Vec<_>>::new();
        for (from, to) in self.all() {
            next.entry(from).or_default().push(to);
        }
        next.keys().find_map(|start| way(&next, start, start, &mut BTreeSet::new()))
    }
}

/// The folder that a module belongs to: its first name, and in `nouns` the noun's as well.
pub fn folder(module: &str) -> String {
    let names: Vec<_> = module.split("::").collect();
    let depth = if names[0] == "nouns" { 2 } else { 1 };
    names[..depth.min(names.len())].join("::")
}

fn way<'a>(
    next: &BTreeMap<&'a str, Vec<&'a str>>,
    from: &'a str,
    goal: &str,
    seen: &mut BTreeSet<&'a str>,
) -> Option<Vec<&'a str>> {
    for to in next.get(from).into_iter().flatten() {
        if *to == goal {
            return Some(vec![from, to]);
        }
        if seen.insert(to)
            && let Some(rest) = way(next, to, goal, seen)
        {
            return Some([vec![from], rest].concat());
        }
    }
    None
}

fn is_inside(inner: &str, outer: &str) -> bool {
    outer.is_empty() || inner == outer || inner.starts_with(&format!("{outer}::"))
}

/// `record/form/mod.rs` and `record/form.rs` are both `record::form`.
fn module(path: &Path) -> String {
    let path = path.with_extension("").to_string_lossy().replace(['/', '\\'], "::");
    let path = path.strip_suffix("::mod").unwrap_or(&path);
    if ["main", "lib"].contains(&path) { String::new() } else { path.to_owned() }
}

/// The module in which what a path names is found.
fn owner(known: &BTreeSet<String>, path: &str) -> Option<String> {
    let names: Vec<_> = path.split("::").collect();
    let ways = (1..=names.len()).rev().map(|it| names[..it].join("::"));
    ways.into_iter().find(|it| known.contains(it))
}

/// The paths in the crate that a source names, with what braces stand for.
fn paths(source: &str) -> impl Iterator<Item = String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|it| !it.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join(" ");
    let pieces = code.split("crate::").skip(1).map(str::to_owned).collect::<Vec<_>>();
    pieces.into_iter().flat_map(|piece| expanded(&piece))
}

/// `app::{api, link::to}; …` is `app::api` and `app::link::to`.
fn expanded(text: &str) -> Vec<String> {
    let end =
        text.find(|it: char| !it.is_alphanumeric() && !":_".contains(it)).unwrap_or(text.len());
    let stem = &text[..end];
    let Some(inside) =
        text[end..].strip_prefix('{').filter(|_| stem.is_empty() || stem.ends_with("::"))
    else {
        return vec![stem.to_owned()];
    };
    let mut depth = 1;
    let mut parts = vec![String::new()];
    for letter in inside.chars() {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        match letter {
            _ if depth == 0 => break,
            ',' if depth == 1 => parts.push(String::new()),
            letter => parts.last_mut().unwrap().push(letter),
        }
    }
    let parts = parts.iter().map(|it| it.trim()).filter(|it| !it.is_empty());
    parts.flat_map(expanded).map(|it| format!("{stem}{it}")).collect()
}

fn walk(folder: &Path, visit: &mut impl FnMut(PathBuf)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, visit);
        } else if path.extension().is_some_and(|it| it == "rs") {
            visit(path);
        }
    }
}

#[test]
fn what_braces_stand_for_is_read() {
    let source = "use crate::app::{api, link::{self, to}};\nuse crate::{kit, record::row};\n\
                  fn f() { crate::kit::text::t(1) }";
    let read: Vec<_> = paths(source).collect();
    let named = ["app::api", "app::link::self", "app::link::to", "kit", "record::row"];
    assert_eq!(read, [&named[..], &["kit::text::t"]].concat());
}
