//! Texts in the languages of users and residents. They are written in Fluent and read by the same engine
//! everywhere: in the window, in the browser and on paper.

pub mod residents;
pub mod speak;
pub mod wording;

use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The texts of one language. Cheap to clone.
#[derive(Clone)]
pub struct Texts(Arc<FluentBundle<FluentResource>>);

/// What is filled into a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'a> {
    /// A text, as it is.
    Text(&'a str),
    /// A number. It chooses the plural form.
    Number(i64),
}

impl Texts {
    /// Reads the Fluent source of a language, a BCP 47 tag.
    ///
    /// Fails with what is wrong: the tag, a syntax error, or a message that is there twice.
    pub fn read(language: &str, source: String) -> Result<Self, String> {
        let tag: LanguageIdentifier = language.parse().map_err(|it| format!("{language}: {it}"))?;
        let resource = FluentResource::try_new(source).map_err(|(_, it)| told(language, &it))?;
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // A page marks the direction of what is filled in itself.
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).map_err(|it| told(language, &it))?;
        Ok(Self(Arc::new(bundle)))
    }

    /// The text of a message, or of its attribute: `message.attribute`. None if there is none.
    pub fn say(&self, id: &str, values: &[(&str, Value)]) -> Option<String> {
        let (message, attribute) = id.split_once('.').map_or((id, None), |it| (it.0, Some(it.1)));
        let message = self.0.get_message(message)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let values: FluentArgs = values.iter().map(|(name, it)| (*name, it.as_fluent())).collect();
        // A value that is missing shows as its name in braces.
        let text = self.0.format_pattern(pattern, Some(&values), &mut Vec::new());
        Some(text.into_owned())
    }
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Texts").field(&self.0.locales).finish()
    }
}

impl<'a> Value<'a> {
    fn as_fluent(self) -> FluentValue<'a> {
        match self {
            Self::Text(text) => text.into(),
            Self::Number(number) => number.into(),
        }
    }
}

fn told(language: &str, problems: &[impl std::fmt::Debug]) -> String {
    format!("{language}: {problems:?}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(language: &str, source: &str) -> Texts {
        Texts::read(language, source.to_owned()).unwrap()
    }

    /// The forms that a language uses for these numbers.
    fn forms<const N: usize>(language: &str, numbers: [i64; N]) -> [String; N] {
        let source = "days = { $n ->\n    [zero] zero\n    [one] one\n    [two] two\n    \
                      [few] few\n    [many] many\n   *[other] other\n    }\n";
        let texts = texts(language, source);
        numbers.map(|n| texts.say("days", &[("n", Value::Number(n))]).unwrap())
    }

    #[test]
    fn each_language_has_its_own_plurals() {
        for slavic in ["uk", "ru"] {
            let few_and_many = ["one", "few", "few", "many", "many", "one", "few", "many"];
            assert_eq!(forms(slavic, [1, 2, 4, 5, 11, 21, 22, 100]), few_and_many, "{slavic}");
        }
        let arabic = ["zero", "one", "two", "few", "few", "many", "many", "other"];
        assert_eq!(forms("ar", [0, 1, 2, 3, 10, 11, 99, 100]), arabic);
        for norwegian in ["nb", "nn", "en", "so"] {
            assert_eq!(forms(norwegian, [0, 1, 2]), ["other", "one", "other"], "{norwegian}");
        }
        for none_is_one in ["ti", "fa-AF"] {
            assert_eq!(forms(none_is_one, [0, 1, 2]), ["one", "one", "other"], "{none_is_one}");
        }
    }

    #[test]
    fn a_text_has_the_values_and_the_form_that_it_was_asked_for() {
        let texts = texts(
            "en",
            "-app = Bomiljø\nto = To { $who } by { -app }\n    .short = To\ndays = { $n ->\n    [0] none\n    [one] a day\n   *[other] { $n } days\n    }\n",
        );
        let days = |n| texts.say("days", &[("n", Value::Number(n))]);
        assert_eq!([0, 1, 12_000].map(|n| days(n).unwrap()), ["none", "a day", "12000 days"]);
        let who = [("who", Value::Text("Nav"))];
        assert_eq!(texts.say("to", &who).as_deref(), Some("To Nav by Bomiljø"));
        assert_eq!(texts.say("to.short", &[]).as_deref(), Some("To"));
        assert_eq!(texts.say("to", &[]).as_deref(), Some("To {$who} by Bomiljø"));
        assert_eq!((texts.say("from", &[]), texts.say("to.long", &[])), (None, None));
    }

    #[test]
    fn a_text_that_is_wrong_or_there_twice_is_refused() {
        for source in ["a = { $n", "a = b\na = c\n"] {
            assert!(Texts::read("nb", source.to_owned()).is_err(), "{source}");
        }
        assert!(Texts::read("not a language", String::new()).is_err());
    }
}
