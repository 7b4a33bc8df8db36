//! Languages by their names.

use domain::issue::Problem;

use crate::labels::plain;

/// The tag of a language that goes by its name, or is written as its tag.
pub fn tag(text: &str) -> Result<String, Problem> {
    let name = plain(text);
    let lines = include_str!("languages.txt").lines().filter_map(|it| it.split_once(" = "));
    let mut named = lines.filter(|(_, names)| names.split(", ").any(|it| plain(it) == name));
    if let Some((tag, _)) = named.next() {
        return Ok(tag.to_owned());
    }
    // A word that is no name we know would pass for a tag, if it is short enough.
    let first = text.split('-').next().unwrap_or_default();
    let is_tag = (2..=3).contains(&first.len()) && first.chars().all(|c| c.is_ascii_alphabetic());
    if is_tag { Ok(text.to_owned()) } else { Err(Problem::UnknownLanguage) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_goes_by_its_name_or_its_tag() {
        let read = ["ukrainsk", "Arabisk", "Dari", "tigrinja", "русский", "fa-AF", "nb"];
        let tags = ["uk", "ar", "fa-AF", "ti", "ru", "fa-AF", "nb"];
        assert_eq!(read.map(|it| tag(it).unwrap()), tags);
        assert_eq!(tag("klingonsk"), Err(Problem::UnknownLanguage));
        assert_eq!(tag("hebraisk"), Err(Problem::UnknownLanguage));
    }
}
