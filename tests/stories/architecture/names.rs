//! Kinds, fields and values go by the constants that `domain` declares, so that a typing error does not
//! compile. What the compiler can't see is a name written as a string literal.

use std::collections::BTreeSet;
use std::path::Path;

use domain::{KINDS, Type};

use super::{files, root, sources};

/// Names that are ordinary words in other places too: there they count only where they stand in for a
/// field, a kind or a value.
const ORDINARY: [&str; 35] = [
    "at",
    "came",
    "conflict",
    "day",
    "done",
    "draft",
    "email",
    "from",
    "kind",
    "language",
    "languages",
    "message",
    "name",
    "names",
    "nav",
    "next",
    "none",
    "open",
    "other",
    "place",
    "sent",
    "site",
    "status",
    "text",
    "time",
    "title",
    "to",
    "topics",
    "type",
    "use",
    "week",
    "role",
    "what",
    "who",
    "words",
];

/// What stands before a literal that names a field, a kind or a value.
const READING: [&str; 14] = [
    "text",
    "filled",
    "texts",
    "list",
    "choice",
    "label",
    "field",
    "only",
    "contains_key",
    "set",
    "toggle",
    "choose",
    "new_from",
    "kind",
];

/// Literals that look like such a name and are none: a heading of the report, the names of parts of
/// pages.
const EXCEPTIONS: [(&str, &str); 5] = [
    ("report/tables.rs", "answered"),
    ("report/tables.rs", "partner"),
    ("resident/head.rs", "contacts"),
    ("resident/rows.rs", "residents"),
    ("salvage/files.rs", "told"),
];

/// Folders whose code names no kind, field or value by a literal. The server knows no kinds.
const FOLDERS: [&str; 9] = [
    "ui/src",
    "crates/app/src",
    "crates/cli/src",
    "crates/store/src",
    "crates/sync/src",
    "crates/tables/src",
    "crates/wire/src",
    "src-tauri/src",
    "src-web/src",
];

fn names() -> BTreeSet<&'static str> {
    let fields = || KINDS.iter().flat_map(|it| it.fields);
    let values = fields().filter_map(|it| match it.ty {
        Type::Choice(list) | Type::Choices(list) | Type::Roles(_, list) | Type::Calls(_, list) => {
            Some(list.values)
        }
        _ => None,
    });
    let kinds = KINDS.iter().map(|it| it.name);
    kinds.chain(fields().map(|it| it.name)).chain(values.flatten().copied()).collect()
}

/// Code without its tests, comments and attributes.
fn code(source: &str) -> String {
    let code = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let plain =
        |it: &&str| !it.trim_start().starts_with("//") && !it.trim_start().starts_with("#[");
    code.lines().filter(plain).collect::<Vec<_>>().join("\n")
}

/// The literals of some code that name a kind, a field or a value.
fn named<'a>(code: &'a str, names: &BTreeSet<&str>) -> Vec<&'a str> {
    let mut parts = code.split('"');
    let mut before = parts.next().unwrap_or_default();
    let mut found = Vec::new();
    while let (Some(literal), Some(after)) = (parts.next(), parts.next()) {
        let counts = names.contains(literal) && !is_text_or_page(before, after);
        if counts && (!ORDINARY.contains(&literal) || is_read(before)) {
            found.push(literal);
        }
        before = after;
    }
    found
}

/// Whether a literal is the name of a text, an attribute of HTML or the name of a page.
fn is_text_or_page(before: &str, after: &str) -> bool {
    let text = ["t(", "tn(", "tv(", "with(", "Route::at("];
    let asked = text.iter().any(|it| before.ends_with(it));
    let attribute = before.ends_with('=') && !before.ends_with("==");
    let variable = before.ends_with("[(") || before.ends_with("), (");
    let drawn = after.starts_with(" => page::") || after.starts_with(" => view!");
    asked || attribute || variable || drawn
}

/// Whether a literal is read as a field, a kind or a value.
fn is_read(before: &str) -> bool {
    let call = before.rsplit_once('(').map(|it| it.0).filter(|_| is_argument(before));
    let compared = before.ends_with("== ") || before.ends_with("!= ");
    compared || call.is_some_and(|it| READING.iter().any(|name| ends_with_word(it, name)))
}

/// Whether only simple arguments stand between the last parenthesis and here.
fn is_argument(before: &str) -> bool {
    let rest = before.rsplit('(').next().unwrap_or_default();
    rest.chars().all(|it| it.is_alphanumeric() || "_.&, :".contains(it))
}

fn ends_with_word(text: &str, word: &str) -> bool {
    let rest = text.strip_suffix(word);
    rest.is_some_and(|it| !it.ends_with(|c: char| c.is_alphanumeric() || c == '_'))
}

#[test]
fn no_kind_field_or_value_is_named_by_a_literal() {
    let (names, mut found) = (names(), Vec::new());
    for (path, source) in FOLDERS.iter().flat_map(|it| sources(it)) {
        let code = code(&source);
        let excepted = |it: &str| EXCEPTIONS.iter().any(|e| path.ends_with(e.0) && e.1 == it);
        let here = named(&code, &names).into_iter().filter(|it| !excepted(it) && !is_test(&path));
        found.extend(here.map(|it| format!("{}: {it:?}", path.display())));
    }
    assert!(found.is_empty(), "{found:#?}");
}

fn is_test(path: &Path) -> bool {
    path.file_name().is_some_and(|it| it == "tests.rs" || it == "plans.rs")
}

#[test]
fn a_literal_that_names_a_field_is_noticed_and_a_text_is_not() {
    let names = names();
    let said = r#"text(entry, "status") == "planned"; t("visit"); class="visit"; f("reply_by")"#;
    assert_eq!(named(said, &names), ["status", "planned", "reply_by"]);
}

/// The constant that names a field: its name in capitals, but for the sort of a partner.
fn constant(kind: &str, field: &str) -> String {
    if (kind, field) == ("partner", "kind") { "SORT".into() } else { field.to_uppercase() }
}

/// The type of a kind: `FollowUp` of `follow-up`.
fn type_name(kind: &str) -> String {
    let capital = |it: &str| it[..1].to_uppercase() + &it[1..];
    kind.split('-').map(capital).collect()
}

#[test]
fn a_form_of_a_nouns_own_has_a_place_for_each_field_of_its_kind() {
    let mut own = 0;
    for kind in KINDS {
        let name = type_name(kind.name);
        let edits = format!("edits(&[{name}::KIND])");
        let nouns = sources("ui/src/nouns");
        let Some((module, _)) = nouns.iter().find(|it| it.1.contains(&edits)) else { continue };
        own += 1;
        let folder = module.parent().unwrap();
        let form: String =
            nouns.iter().filter(|it| it.0.starts_with(folder)).map(|it| it.1.as_str()).collect();
        for field in kind.fields {
            let placed = format!("{name}::{}", constant(kind.name, field.name));
            assert!(form.contains(&placed), "{} has no place for {placed}", folder.display());
        }
    }
    assert!(own > 0, "no noun has a form of its own");
}

/// Where the interface shows each kind that has a page.
const PLACES: [(&str, &str); 10] = [
    ("activity", "ui/src/nouns/activity/"),
    ("appointment", "ui/src/nouns/appointment/"),
    ("enquiry", "ui/src/nouns/enquiry/"),
    ("follow-up", "ui/src/nouns/cases/"),
    ("incident", "ui/src/nouns/cases/"),
    ("partner", "ui/src/nouns/partner/"),
    ("referral", "ui/src/nouns/cases/"),
    ("resident", "ui/src/nouns/resident/"),
    ("unit", "ui/src/nouns/unit"),
    ("visit", "ui/src/nouns/visit/"),
];

/// In how many files each of them is named beyond its domain file, its folder and the texts, tests, the
/// demonstration and the documents aside. A new kind begins with none. What others point to, such as a
/// resident, is named by them.
const ELSEWHERE: [(&str, usize); 10] = [
    ("activity", 17),
    ("appointment", 8),
    ("enquiry", 0),
    ("follow-up", 3),
    ("incident", 2),
    ("partner", 18),
    ("referral", 0),
    ("resident", 45),
    ("unit", 4),
    ("visit", 17),
];

/// The lists of all kinds.
const LISTS: [&str; 2] = ["crates/domain/src/kinds.rs", "crates/domain/src/lib.rs"];

#[test]
fn a_kind_is_named_in_its_own_files_and_in_few_others() {
    let folders = FOLDERS.iter().chain(&["crates/domain/src"]);
    let rust: Vec<_> = folders.flat_map(|it| sources(it)).collect();
    let sql = files("crates/store/src/sql", "sql");
    let named = PLACES.map(|(kind, folder)| {
        let (name, literal) = (type_name(kind), format!("'{kind}'"));
        let in_rust = rust.iter().filter(|it| words(&code(&it.1)).any(|it| it == name));
        let in_sql = sql.iter().filter(|it| it.1.contains(&literal));
        let paths = in_rust.chain(in_sql).map(|it| it.0.strip_prefix(root()).unwrap());
        let own = format!("kinds/{}.rs", kind.replace('-', "_"));
        let elsewhere = |it: &String| !it.starts_with(folder) && !it.ends_with(&own);
        let paths = paths.map(|it| it.display().to_string()).filter(elsewhere);
        (kind, paths.filter(|it| !LISTS.contains(&it.as_str())).collect::<Vec<_>>())
    });
    let counts = named.clone().map(|(kind, paths)| (kind, paths.len()));
    assert_eq!(counts, ELSEWHERE, "{named:#?}");
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|it: char| !it.is_alphanumeric() && it != '_')
}
