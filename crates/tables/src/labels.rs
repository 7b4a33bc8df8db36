//! What people call fields and values: the labels of the interface, in all its languages.

use std::sync::LazyLock;

use fluent_syntax::ast::{Entry, Pattern, PatternElement};
use fluent_syntax::parser;

/// The labels, as the Fluent files have them.
const LOCALES: [(&str, &str); 3] = [
    ("nb", include_str!("../../../locales/nb/kinds.ftl")),
    ("nn", include_str!("../../../locales/nn/kinds.ftl")),
    ("en", include_str!("../../../locales/en/kinds.ftl")),
];

/// The message that names a person whose name nobody knows.
pub const UNKNOWN: &str = "unknown";

/// A label: the message it belongs to, its attribute, which is empty for the message's own, and its text.
type Label = (&'static str, &'static str, &'static str);

static LABELS: LazyLock<[(&str, Vec<Label>); 3]> =
    LazyLock::new(|| LOCALES.map(|(locale, source)| (locale, labels(source))));

/// The label of a message's attribute in a language, or the attribute where there is none.
pub fn label<'a>(locale: &str, message: &str, attribute: &'a str) -> &'a str {
    let known = LABELS.iter().find(|it| it.0 == locale).unwrap_or(&LABELS[0]);
    let of_it = |it: &&Label| it.0 == message && it.1 == attribute;
    known.1.iter().find(of_it).map_or(attribute, |it| it.2)
}

/// The attributes of a message whose label, in any language, reads like `text`.
pub fn meant<'a>(message: &'a str, text: &str) -> impl Iterator<Item = &'static str> + 'a {
    let text = plain(text);
    let all = LABELS.iter().flat_map(|it| &it.1);
    all.filter(move |it| it.0 == message && reads_like(it.2, &text)).map(|it| it.1)
}

/// Letters and digits alone, folded.
pub fn plain(text: &str) -> String {
    domain::fold::fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether a label is that, as a whole or up to its comma: «Språk, morsmålet først».
fn reads_like(label: &str, text: &str) -> bool {
    let short = label.split(',').next().unwrap_or_default();
    !text.is_empty() && (plain(label) == text || plain(short) == text)
}

fn labels(source: &'static str) -> Vec<Label> {
    // What has an error is left out; a test finds it.
    let resource = parser::parse(source).unwrap_or_else(|(read, _)| read);
    let mut labels = Vec::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let name = message.id.name;
        labels.extend(message.value.as_ref().and_then(text).map(|it| (name, "", it)));
        for one in &message.attributes {
            labels.extend(text(&one.value).map(|it| (name, one.id.name, it)));
        }
    }
    labels
}

/// A label is one piece of text.
fn text(pattern: &Pattern<&'static str>) -> Option<&'static str> {
    match pattern.elements[..] {
        [PatternElement::TextElement { value }] => Some(value),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use domain::KINDS;
    use domain::field::Type;

    use super::*;

    #[test]
    fn every_label_of_a_field_means_that_field_alone() {
        for kind in KINDS {
            for field in kind.fields {
                for (locale, _) in LOCALES {
                    let label = label(locale, kind.name, field.name);
                    let mut means: Vec<_> =
                        meant(kind.name, label).filter(|it| !it.is_empty()).collect();
                    means.dedup();
                    assert_eq!(means, [field.name], "{} {label}", kind.name);
                }
            }
        }
    }

    #[test]
    fn every_label_of_a_value_means_that_value_alone() {
        for field in KINDS.iter().flat_map(|it| it.fields) {
            let (Type::Choice(choices)
            | Type::Choices(choices)
            | Type::Roles(_, choices)
            | Type::Calls(_, choices)) = field.ty
            else {
                continue;
            };
            for (value, (locale, _)) in
                choices.values.iter().flat_map(|it| LOCALES.map(|l| (it, l)))
            {
                let label = label(locale, choices.name, value);
                let mut means: Vec<_> = meant(choices.name, label).collect();
                means.dedup();
                assert_eq!(means, [*value], "{} {label}", choices.name);
            }
        }
    }
}
