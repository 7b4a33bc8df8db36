//! Everything the interface shows has a text in each of its languages.
#![allow(
    clippy::unwrap_used,
    clippy::needless_pass_by_value,
    reason = "a test that cannot go on should stop"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use domain::choice::{Choices, Owner};
use domain::kinds::FILLED_IN;
use domain::sheet::{Flaw, Warning};
use domain::{Fault, KINDS, Problem, Type};
use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};
use strum::VariantNames;

const LANGUAGES: [&str; 3] = ["nb", "nn", "en"];
/// The languages for residents, besides those.
const RESIDENTS: [&str; 6] = ["uk", "ru", "ar", "ti", "fa-AF", "so"];

/// The messages of one language: `id` or `id.attribute`, and the variables in each.
type Texts = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_kind_and_every_field_has_a_label_in_every_language() {
    let wanted = KINDS.iter().flat_map(|kind| {
        let field = |name: &str| format!("{}.{name}", kind.name);
        std::iter::once(kind.name.to_owned())
            .chain(kind.fields.iter().map(move |it| field(it.name)))
    });
    assert_all_there(wanted.collect());
}

#[test]
fn what_is_said_when_a_record_is_saved_names_what_it_is() {
    assert_all_there(KINDS.iter().map(|it| format!("saved.{}", it.name)).collect());
}

#[test]
fn every_kind_that_search_finds_has_a_heading() {
    let searched = KINDS.iter().filter(|it| it.is_searched());
    assert_all_there(searched.map(|it| format!("many.{}", it.name)).collect());
}

#[test]
fn every_state_of_a_record_has_a_label_also_once_its_time_has_passed() {
    let lives = KINDS.iter().filter_map(|it| Some((it, it.life?)));
    let states = lives.flat_map(|(kind, life)| {
        let list = match kind.field(life.field).map(|it| it.ty) {
            Some(Type::Choice(list)) => list.name.to_owned(),
            _ => format!("{}-state", kind.name),
        };
        let past = life.states.iter().filter_map(|it| it.past);
        let past = past.map(|it| format!("{}-past.{it}", kind.name));
        past.chain(life.states.iter().map(|it| format!("{list}.{}", it.name))).collect::<Vec<_>>()
    });
    assert_all_there(states.collect());
}

#[test]
fn every_value_one_can_choose_has_a_label_in_every_language() {
    let wanted = lists().into_iter().flat_map(|list| {
        let value = |it: &&str| format!("{}.{it}", list.name);
        std::iter::once(list.name.to_owned())
            .chain(list.values.iter().map(value).collect::<Vec<_>>())
    });
    assert_all_there(wanted.collect());
}

#[test]
fn every_problem_has_words_in_every_language() {
    assert_all_there(Problem::VARIANTS.iter().map(|it| format!("problem-{it}")).collect());
}

#[test]
fn every_oddity_of_a_file_has_words_in_every_language() {
    let warnings = Warning::VARIANTS.iter().map(|it| format!("warning-{it}"));
    let flaws = Flaw::VARIANTS.iter().map(|it| format!("flaw-{it}"));
    assert_all_there(warnings.chain(flaws).collect());
}

#[test]
fn every_fault_has_a_whole_and_a_short_text_in_every_language() {
    let texts = |it: &&str| [format!("fault-{it}"), format!("fault-{it}.short")];
    assert_all_there(Fault::VARIANTS.iter().flat_map(texts).collect());
}

#[test]
fn all_languages_say_the_same_things_with_the_same_variables() {
    let norwegian = texts("nb");
    for language in LANGUAGES {
        let other = texts(language);
        for (id, variables) in &norwegian {
            assert_eq!(other.get(id), Some(variables), "{id} in {language}");
        }
        for id in other.keys() {
            assert!(norwegian.contains_key(id), "{id} is in {language} alone");
        }
    }
}

#[test]
fn every_text_the_interface_asks_for_exists() {
    let known = texts("nb");
    for (path, source) in interface() {
        for id in asked_for(&source) {
            assert!(known.contains_key(id), "{} asks for {id:?}", path.display());
        }
    }
}

#[test]
fn a_text_that_depends_on_a_number_is_asked_for_with_a_number() {
    let sources: String = interface().into_iter().map(|(_, source)| source).collect();
    let folder = root().join("locales/nb");
    let text: String =
        files(&folder, "ftl").iter().map(|it| fs::read_to_string(it).unwrap()).collect();
    let chosen = text.split("\n    { $n ->").map(|it| it.rsplit('\n').next().unwrap());
    let chosen: Vec<_> = chosen.filter_map(|it| it.strip_suffix(" =")).collect();
    assert!(chosen.len() > 20, "{chosen:?}");
    for id in chosen {
        assert!(!sources.contains(&format!("tv(\"{id}\"")), "{id} is given no number");
    }
}

#[test]
fn every_text_of_the_interface_is_used() {
    let sources: String = interface().into_iter().map(|(_, source)| source).collect();
    for file in ["ui", "cases", "activities", "slip", "paper"] {
        for id in parse(&root().join(format!("locales/nb/{file}.ftl"))).into_keys() {
            assert!(sources.contains(&format!("\"{id}\"")), "nobody says {id:?}");
        }
    }
}

#[test]
fn residents_read_the_same_in_their_languages_with_the_same_variables() {
    let norwegian = texts("nb");
    let files = ["resident", "plan"].map(|it| root().join(format!("locales/nb/{it}.ftl")));
    let all: Texts = files.iter().flat_map(|it| parse(it)).collect();
    for language in RESIDENTS {
        let theirs = texts(language);
        for (id, variables) in &theirs {
            assert_eq!(norwegian.get(id), Some(variables), "{id} in {language}");
        }
        for id in all.keys() {
            assert!(theirs.contains_key(id), "{id} has no text in {language}");
        }
    }
}

#[test]
fn the_values_that_a_site_must_keep_in_its_wording_are_those_of_the_text() {
    let all = parse(&root().join("locales/nb/resident.ftl"));
    let filled = all.into_iter().filter(|it| !it.1.is_empty());
    let known =
        |it: &(&str, &[&str])| (it.0.to_owned(), it.1.iter().map(|it| (*it).to_owned()).collect());
    assert_eq!(filled.collect::<Texts>(), FILLED_IN.iter().map(known).collect());
}

#[test]
fn every_text_for_residents_is_used() {
    let sources: String = interface().into_iter().map(|(_, source)| source).collect();
    for id in parse(&root().join("locales/nb/resident.ftl")).into_keys() {
        // The days of the week are picked by their number.
        let name = id.strip_prefix("weekday.").unwrap_or(&id);
        assert!(sources.contains(&format!("\"{name}\"")), "nobody says {id:?}");
    }
}

#[test]
fn every_language_says_whether_it_was_checked_by_somebody_whose_own_it_is() {
    for language in LANGUAGES.into_iter().chain(RESIDENTS) {
        let path = root().join("locales").join(language).join("resident.ftl");
        let source = fs::read_to_string(path).unwrap();
        let line = source.lines().find(|it| it.starts_with("reviewed = ")).unwrap();
        let checked = line.trim_start_matches("reviewed = ");
        let dated = checked.chars().any(|it| it.is_ascii_digit());
        assert!(
            checked == "no" || dated,
            "{language}: {checked:?} is neither no nor a name and a date"
        );
    }
}

fn assert_all_there(wanted: Vec<String>) {
    assert!(!wanted.is_empty());
    for language in LANGUAGES {
        let texts = texts(language);
        for id in &wanted {
            assert!(texts.contains_key(id), "{id} has no text in {language}");
        }
    }
}

/// Every list a field chooses from, and the owners that topics point to.
fn lists() -> Vec<&'static Choices> {
    let fields = KINDS.iter().flat_map(|kind| kind.fields);
    let of_field = fields.filter_map(|field| match field.ty {
        Type::Choice(list) | Type::Choices(list) | Type::Roles(_, list) => Some(list),
        _ => None,
    });
    of_field.chain(std::iter::once(&Owner::CHOICES)).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn texts(language: &str) -> Texts {
    let folder = root().join("locales").join(language);
    let mut texts = Texts::new();
    for path in files(&folder, "ftl") {
        for (id, variables) in parse(&path) {
            assert!(texts.insert(id.clone(), variables).is_none(), "{id} twice in {language}");
        }
    }
    texts
}

fn parse(path: &Path) -> Texts {
    let source = fs::read_to_string(path).unwrap();
    let resource = fluent_syntax::parser::parse(source.as_str())
        .unwrap_or_else(|(_, problems)| panic!("{}: {problems:?}", path.display()));
    let mut texts = Texts::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        if let Some(pattern) = &message.value {
            texts.insert(id.to_owned(), variables(pattern));
        }
        for attribute in &message.attributes {
            texts.insert(format!("{id}.{}", attribute.id.name), variables(&attribute.value));
        }
    }
    texts
}

fn variables(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    collect(pattern, &mut found);
    found
}

fn collect(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                collect_inline(inline, found);
            }
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                collect_inline(selector, found);
                for it in variants {
                    collect(&it.value, found);
                }
            }
            PatternElement::TextElement { .. } => {}
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference {
            arguments: CallArguments { positional, .. }, ..
        } => {
            for it in positional {
                collect_inline(it, found);
            }
        }
        _ => {}
    }
}

/// The source files of what people read: the interface, paper, and what both share.
fn interface() -> Vec<(PathBuf, String)> {
    let folders = ["ui/src", "crates/paper/src", "crates/texts/src"];
    let files = folders.iter().flat_map(|it| files(&root().join(it), "rs"));
    files.map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

/// The texts that a source file asks for: with `t("…")`, `tn("…", …)` and `tv("…", …)` on a page, of a language
/// on paper.
fn asked_for(source: &str) -> Vec<&str> {
    let on_paper =
        ["team.say(\"", "team.with(\"", "team.text(\"", "language.say(\"", "language.with(\""];
    let calls = ["t(\"", "tn(\"", "tv(\""].into_iter().chain(on_paper);
    let starts = calls.flat_map(|call| {
        source.match_indices(call).filter_map(move |(at, _)| {
            let before = source[..at].chars().next_back().unwrap_or(' ');
            let whole =
                call.len() > 5 || !before.is_alphanumeric() && before != '_' && before != '.';
            whole.then_some(at + call.len())
        })
    });
    starts.filter_map(|at| source[at..].split('"').next()).collect()
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|it| it == ending) {
            found.push(path);
        }
    }
    found
}
