//! One text in several languages.

use serde_json::Value;

use crate::field::composite::{TEXT, are_apart};
use crate::field::value::{TEXT_LIMIT, each, elements, language, text, unless};
use crate::issue::Problem;

/// The key of the language of a text.
pub const LANGUAGE: &str = "language";

/// The languages of which one is shown where the reader's own is missing, the first choice first.
const NEXT_BEST: [&str; 3] = ["nb", "nn", "en"];

/// The text in a language; where there is none, in the language that most readers here understand.
pub fn in_language<'a>(texts: &'a Value, wanted: &str) -> &'a str {
    let part = |it: &'a Value, key: &str| it[key].as_str().unwrap_or_default();
    pick(elements(texts).map(|it| (part(it, LANGUAGE), part(it, TEXT))), wanted)
}

/// The same of pairs of language and text.
pub fn pick<'a>(texts: impl Iterator<Item = (&'a str, &'a str)> + Clone, wanted: &str) -> &'a str {
    let written = texts.filter(|(_, text)| !text.trim().is_empty());
    let spoken = |tag: &str| written.clone().find(|it| it.0 == tag);
    let next = || NEXT_BEST.into_iter().find_map(spoken);
    let any = || written.clone().next();
    spoken(wanted).or_else(next).or_else(any).map_or("", |it| it.1)
}

/// What is wrong with texts in languages.
pub fn texts(value: &Value) -> Option<Problem> {
    let one = |it: &Value| {
        let empty = it[TEXT].as_str().is_some_and(|it| it.trim().is_empty());
        language(&it[LANGUAGE])
            .or_else(|| text(&it[TEXT], TEXT_LIMIT))
            .or_else(|| unless(!empty, Problem::Missing))
    };
    each(value, one).or_else(|| unless(are_apart(value, LANGUAGE), Problem::Taken))
}
