//! The order of the interface's folders: `kit` ← `app` ← `record` ← `nouns`. A folder imports itself and
//! the folders before it; a noun imports no other noun.

use super::imports::Imports;

/// The folders, each after those that it may import.
const ORDER: [&str; 4] = ["kit", "app", "record", "nouns"];
/// The table of pages: the one module that lists the nouns' rows, and so imports all folders.
const TABLE: &str = "app::pages";

/// Every import against that order, as a sentence.
pub fn broken(imports: &Imports) -> Vec<String> {
    let others = imports.all().filter(|(from, _)| *from != TABLE);
    others
        .filter_map(|(from, to)| Some(format!("{from} imports {to}: {}", wrong(from, to)?)))
        .collect()
}

fn wrong(from: &str, to: &str) -> Option<&'static str> {
    let (Some(here), Some(there)) = (place(from), place(to)) else {
        return Some("one of them lies in no folder of the interface");
    };
    if here < there {
        return Some("that folder comes later");
    }
    let other_noun = ORDER[here] == "nouns" && here == there && noun(from) != noun(to);
    other_noun.then_some("that is another noun")
}

/// The place of a module's folder in the order.
fn place(module: &str) -> Option<usize> {
    ORDER.iter().position(|folder| module.split("::").next() == Some(*folder))
}

fn noun(module: &str) -> Option<&str> {
    module.split("::").nth(1)
}

#[test]
fn an_import_that_the_order_of_folders_forbids_is_noticed() {
    let forbidden = [
        ("nouns::visit::page", "use crate::nouns::cases::rows;"),
        ("nouns::visit::page", "use super::super::cases::rows::{rows, row};"),
        ("kit::chip", "fn draw() { crate::record::row::row() }"),
        ("kit::chip", "use crate::{app::api, kit::icon};"),
        ("app::bars", "use crate::record::row;"),
        ("app::bars", "use crate::nouns::cases;"),
        ("record::form", "use super::super::nouns::cases::rows;"),
    ];
    for (module, source) in forbidden {
        assert_eq!(broken(&interface(module, source)).len(), 1, "{module}: {source}");
    }
}

#[test]
fn an_import_that_follows_the_order_of_folders_is_left_alone() {
    let allowed = [
        ("nouns::visit::page", "use super::rows; use crate::{kit::chip, app::api, record::row};"),
        ("nouns::visit", "use crate::nouns::visit::page;"),
        ("record::form", "use crate::app::api; use super::row::row;"),
        ("app::bars", "use crate::kit::chip;\n// use crate::record::row;"),
        ("app::pages", "use crate::record; use crate::nouns::{cases, visit};"),
        ("app::bars", "#[cfg(test)] mod tests { use crate::nouns::cases; }"),
    ];
    for (module, source) in allowed {
        assert_eq!(broken(&interface(module, source)), Vec::<String>::new(), "{module}: {source}");
    }
}

/// A small interface, one of whose modules has that source.
fn interface(module: &str, source: &str) -> Imports {
    let modules = [
        "kit::chip",
        "kit::icon",
        "app::api",
        "app::bars",
        "app::pages",
        "record",
        "record::form",
        "record::row",
        "nouns::cases",
        "nouns::cases::rows",
        "nouns::visit",
        "nouns::visit::page",
        "nouns::visit::rows",
    ];
    let source_of = |it: &str| if it == module { source } else { "" }.to_owned();
    Imports::of_modules(&modules.map(|it| (it.to_owned(), source_of(it))).into())
}
