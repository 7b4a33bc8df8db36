//! Languages by their names.

use domain::issue::Problem;

use crate::labels::plain;

/// The tag of a language that goes by its name, or is written as its tag.
pub fn tag(text: &str) -> Result<String, Problem> {
    let name = plain(text);
    let is_named = |names: &str| names.split(", ").any(|it| plain(it) == name);
    if let Some((tag, _)) = known().find(|(_, names)| is_named(names)) {
        return Ok(tag.to_owned());
    }
    // A word that is no name we know would pass for a tag, if it is short enough.
    let first = text.split('-').next().unwrap_or_default();
    let is_tag = (2..=3).contains(&first.len()) && first.chars().all(|c| c.is_ascii_alphabetic());
    if is_tag { Ok(text.to_owned()) } else { Err(Problem::UnknownLanguage) }
}

/// What a language is called in English or, for every other `locale`, in Norwegian; its tag where that isn't known.
pub fn name(tag: &str, locale: &str) -> String {
    let nth = usize::from(locale == "en");
    let names = known().find(|it| it.0 == tag).map(|it| it.1);
    names.and_then(|it| it.split(", ").nth(nth)).unwrap_or(tag).to_owned()
}

/// Tags, each with its names, Norwegian and English first.
fn known() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("languages.txt").lines().filter_map(|it| it.split_once(" = "))
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

    #[test]
    fn a_language_is_read_again_from_the_name_that_is_written() {
        assert_eq!(
            ["nb", "nn", "en"].map(|it| name("uk", it)),
            ["ukrainsk", "ukrainsk", "Ukrainian"]
        );
        assert_eq!(name("yue-Hant", "nb"), "yue-Hant");
        for (written, _) in known() {
            for locale in ["nb", "en"] {
                assert_eq!(tag(&name(written, locale)), Ok(written.to_owned()));
            }
        }
    }
}
