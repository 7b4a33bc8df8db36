//! A site's own wording of something that residents read.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::card::Card;
use crate::field::{Field, Type};
use crate::issue::{Issue, Problem};
use crate::kind::{Order, Record};

/// The texts that have values filled in, and which: all that a resident has to be told. The others
/// have none.
pub const FILLED_IN: &[(&str, &[&str])] =
    &[("slip-at", &["weekday", "day", "time"]), ("slip-meet-office-at", &["time"])];

/// What is said in place of a text of ours. The latest counts, where there are several for one text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SiteWording {
    /// The words, with values in braces where the text has them: `{time}`.
    pub words: String,
    /// The language they are in, a BCP 47 tag.
    pub language: String,
    /// The text they replace, by its Fluent name: `slip-questions`.
    pub text: String,
}

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl SiteWording {
    pub const WORDS: &'static str = "words";
    pub const LANGUAGE: &'static str = "language";
    pub const TEXT: &'static str = "text";
}

impl Record for SiteWording {
    const KIND: &'static str = "wording";
    const ORDER: Order = Order::Made;
    const CARD: Card = Card::new("Language");
    const FIELDS: &'static [Field] = &[
        Field::new(Self::WORDS, Type::Line).required(),
        Field::new(Self::LANGUAGE, Type::Language).required(),
        Field::new(Self::TEXT, Type::Line).required(),
    ];

    fn check(&self, _today: NaiveDate) -> Vec<Issue> {
        if self.words.trim().is_empty() {
            return Vec::new();
        }
        let filled = FILLED_IN.iter().find(|it| it.0 == self.text);
        let needed = filled.map_or(&[][..], |it| it.1).iter().map(|it| format!("{{{it}}}"));
        let needed: Vec<String> = needed.collect();
        let missing = needed.iter().filter(|it| !self.words.contains(it.as_str())).cloned();
        let missing = missing.map(|name| Problem::PlaceholderMissing { name });
        let unknown = placeholders(&self.words).filter(|it| !needed.contains(it));
        let unknown = unknown.map(|name| Problem::PlaceholderUnknown { name });
        missing.chain(unknown).map(|it| Issue::new(Self::WORDS, it)).collect()
    }
}

/// Whatever begins with a brace, up to the one that closes it; where none does, to the next.
fn placeholders(words: &str) -> impl Iterator<Item = String> {
    let opened = words.split('{').skip(1);
    opened.map(|it| {
        it.split_once('}').map_or_else(|| format!("{{{it}"), |it| format!("{{{}}}", it.0))
    })
}
