//! Saying texts, whatever says them: a page, or a document.

use chrono::NaiveDate;

/// What says texts in a language.
pub trait Speak {
    /// The text of that name, with values filled in.
    fn text(&self, id: &str, values: &[(&str, &str)]) -> String;
    /// The label of a field of a kind, or of a value in a list; as it is stored where there is none.
    fn label(&self, list: &str, value: &str) -> String;
    /// `14. mars 2026`.
    fn date(&self, day: NaiveDate) -> String;
}
