//! XML files, from types whose fields stand in the order of the schema.

use domain::Fault;
use domain::fault::Result;
use quick_xml::se::Serializer;
use serde::Serialize;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// A file with a root element of that name.
pub fn file(root: &str, value: &impl Serialize) -> Result<String> {
    let mut text = DECLARATION.to_owned();
    let mut serializer = Serializer::with_root(&mut text, Some(root)).map_err(|it| bad(&it))?;
    serializer.indent(' ', 1);
    value.serialize(serializer).map_err(|it| bad(&it))?;
    text.push('\n');
    Ok(text)
}

/// A text as an element can hold it: XML has no place for most control characters.
pub fn text(text: &str) -> String {
    let held = |it: &char| matches!(it, '\t' | '\n' | '\r') || !it.is_control();
    text.chars().filter(held).filter(|it| !matches!(it, '\u{fffe}' | '\u{ffff}')).collect()
}

/// A text where a schema asks for at least one character: a space if there is none.
pub fn some(value: &str) -> String {
    let held = text(value);
    if held.is_empty() { " ".to_owned() } else { held }
}

fn bad(problem: &impl std::fmt::Display) -> Fault {
    Fault::Storage { detail: problem.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Note {
        #[serde(rename = "@about")]
        about: String,
        text: String,
        before: String,
    }

    #[test]
    fn what_people_typed_is_never_markup_and_an_empty_value_is_a_space() {
        let note = Note {
            about: "\"<&".into(),
            text: text("a < b & c\u{0}\u{1b}\n]]>"),
            before: some("\u{2}"),
        };
        let written = file("note", &note).unwrap();
        assert!(written.contains("about=\"&quot;&lt;&amp;\""), "{written}");
        assert!(written.contains("<text>a &lt; b &amp; c\n]]&gt;</text>"), "{written}");
        assert!(written.contains("<before> </before>"), "{written}");
    }
}
