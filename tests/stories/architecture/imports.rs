//! What modules import, read from their sources.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The modules of a crate by their paths, `record::form`, each with the modules that it imports.
pub struct Imports(BTreeMap<String, BTreeSet<String>>);

impl Imports {
    /// Reads the crate whose sources lie there.
    pub fn of(sources: &Path) -> Self {
        let mut files = BTreeMap::new();
        walk(sources, &mut |path| {
            files.insert(
                module(path.strip_prefix(sources).unwrap()),
                fs::read_to_string(&path).unwrap(),
            );
        });
        Self::of_modules(&files)
    }

    /// Reads modules from their sources, by their paths.
    pub fn of_modules(sources: &BTreeMap<String, String>) -> Self {
        let known: BTreeSet<_> = sources.keys().cloned().collect();
        let imported = |module: &str, source: &str| {
            paths(module, source).into_iter().filter_map(|it| owner(&known, &it)).collect()
        };
        Self(sources.iter().map(|(it, source)| (it.clone(), imported(it, source))).collect())
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

/// The paths in the crate that a module's source names, with what braces stand for. Those that begin
/// with `super::` are read from the module's own place.
fn paths(module: &str, source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|it| !it.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join(" ");
    let crates = code.split("crate::").skip(1).map(|rest| (String::new(), rest));
    let supers = supers(&code).map(|(steps, rest)| (outer(module, steps), rest));
    let named = crates.chain(supers);
    named
        .flat_map(|(base, rest)| expanded(rest).into_iter().map(move |it| joined(&base, &it)))
        .collect()
}

/// Each run of `super::` in a source: how many there are, and what comes after them.
fn supers(code: &str) -> impl Iterator<Item = (usize, &str)> {
    const SUPER: &str = "super::";
    let starts = code.match_indices(SUPER).map(|(at, _)| at);
    let starts = starts.filter(|at| !code[..*at].ends_with(SUPER));
    starts.map(|at| {
        let rest = code[at..].trim_start_matches(SUPER);
        ((code.len() - at - rest.len()) / SUPER.len(), rest)
    })
}

/// The module so many steps outside of another.
fn outer(module: &str, steps: usize) -> String {
    let names: Vec<_> = module.split("::").collect();
    names[..names.len().saturating_sub(steps)].join("::")
}

fn joined(base: &str, path: &str) -> String {
    [base, path].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("::")
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
    let named = ["app::api", "app::link::self", "app::link::to", "kit", "record::row"];
    assert_eq!(paths("", source), [&named[..], &["kit::text::t"]].concat());
}

#[test]
fn what_lies_outside_of_a_module_is_read_from_its_own_place() {
    let source = "use super::row::{row, self};\nuse super::super::{kit, app::api};\n\
                  fn f() { super::deleted::restore(1) }\nuse super::*;";
    let named = ["record::row::row", "record::row::self", "kit", "app::api"];
    let named = [&named[..], &["record::deleted::restore", "record"]].concat();
    assert_eq!(paths("record::form", source), named);
}

#[test]
fn modules_that_import_each_other_in_a_circle_are_noticed() {
    let sources = |last: &str| {
        let all =
            [("app::a", "use super::b;"), ("app::b", "use crate::app::c::{f};"), ("app::c", last)];
        all.map(|(module, source)| (module.to_owned(), source.to_owned())).into()
    };
    let circle = Imports::of_modules(&sources("fn g() { crate::app::a::h() }"));
    assert_eq!(circle.circle(), Some(vec!["app::a", "app::b", "app::c", "app::a"]));
    assert_eq!(Imports::of_modules(&sources("use crate::app::d;")).circle(), None);
}

#[test]
fn a_module_and_its_own_submodules_are_no_circle() {
    let all = [("app", "use crate::app::a::f;"), ("app::a", "use super::g;")];
    let all = all.map(|(module, source)| (module.to_owned(), source.to_owned())).into();
    assert_eq!(Imports::of_modules(&all).circle(), None);
}
