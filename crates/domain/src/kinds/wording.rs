//! A site's own wording of something that residents read.

use serde::{Deserialize, Serialize};

use crate::field::{Field, Type};
use crate::kind::{Order, Record};

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

impl Record for SiteWording {
    const KIND: &'static str = "wording";
    const ORDER: Order = Order::Made;
    const FIELDS: &'static [Field] = &[
        Field::new("words", Type::Line).required(),
        Field::new("language", Type::Language).required(),
        Field::new("text", Type::Line).required(),
    ];
}
