//! One text in several languages: `norsk: Økonomi | engelsk: Money`.

use domain::field::composite::{LANGUAGE, TEXT};
use serde_json::{Value, json};

use crate::composite::parts;
use crate::language;

/// The language of a text that names none.
const UNNAMED: &str = "nb";

/// Reads texts in languages. A text with a bar or in several lines is written as JSON.
pub fn read_texts(cell: &str) -> Value {
    if let Ok(list @ Value::Array(_)) = serde_json::from_str(cell) {
        return list;
    }
    parts(cell).map(read_text).collect()
}

fn read_text(part: &str) -> Value {
    let named = part.split_once(':').and_then(|(name, text)| {
        let tag = language::tag(name.trim()).ok()?;
        Some(json!({ LANGUAGE: tag, TEXT: text.trim() }))
    });
    named.unwrap_or_else(|| json!({ LANGUAGE: UNNAMED, TEXT: part }))
}

/// Writes texts in languages, so that they are read as they were.
pub fn write_texts(value: &Value, locale: &str) -> String {
    let line = |it: &Value| {
        let text = |key: &str| it[key].as_str().unwrap_or_default().to_owned();
        format!("{}: {}", language::name(&text(LANGUAGE), locale), text(TEXT))
    };
    let lines: Vec<_> = value.as_array().into_iter().flatten().map(line).collect();
    let written = lines.join(" | ");
    if read_texts(&written) == *value { written } else { value.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_read_as_they_were_written() {
        let texts = [
            json!([{ "language": "nb", "text": "Økonomi" }, { "language": "en", "text": "Money" }]),
            json!([{ "language": "uk", "text": "Гроші: усе | нічого\nі ще" }]),
        ];
        for locale in ["nb", "nn", "en"] {
            for texts in &texts {
                assert_eq!(read_texts(&write_texts(texts, locale)), *texts);
            }
        }
        assert_eq!(write_texts(&texts[0], "nb"), "norsk: Økonomi | engelsk: Money");
        assert_eq!(read_texts("Økonomi"), json!([{ "language": "nb", "text": "Økonomi" }]));
    }
}
