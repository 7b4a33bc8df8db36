//! The interface's texts: from Fluent, which is good to write, to JSON, which is quick to read.

use std::path::Path;

use anyhow::{Result, anyhow, bail};
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::parser;
use serde_json::{Map, Value, json};

use crate::files;
use crate::step::step;

const LOCALES: &str = "locales";

/// Writes `texts/LOCALE.json` into `folder` for each language.
pub fn build(folder: &Path) -> Result<()> {
    step("Texts", |step| {
        let sources = files::under(Path::new(LOCALES), &[])?;
        let mut languages = Map::<String, Value>::new();
        for source in &sources {
            let language = source.parent().unwrap_or(Path::new("")).to_string_lossy();
            let text = String::from_utf8(files::read(&Path::new(LOCALES).join(source))?)?;
            let texts = messages(&text).map_err(|it| it.context(source.display().to_string()))?;
            let all = languages.entry(language).or_insert_with(|| json!({}));
            all.as_object_mut().into_iter().for_each(|all| all.extend(texts.clone()));
        }
        for (language, texts) in &languages {
            let target = folder.join("texts").join(language).with_extension("json");
            files::write(&target, texts.to_string().as_bytes())?;
        }
        step.note(format!("{} languages", languages.len()));
        Ok(())
    })
}

/// The messages of a file, by `id` and `id.attribute`.
fn messages(source: &str) -> Result<Map<String, Value>> {
    let resource = parser::parse(source).map_err(|(_, errors)| anyhow!("{errors:?}"))?;
    let mut texts = Map::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        for attribute in message.attributes {
            let id = format!("{id}.{}", attribute.id.name);
            texts.insert(id, text(&attribute.value)?);
        }
        if let Some(value) = message.value {
            texts.insert(id.to_owned(), text(&value)?);
        }
    }
    Ok(texts)
}

/// A text with its values in braces; or, where it depends on a number, all its forms.
fn text(pattern: &Pattern<&str>) -> Result<Value> {
    if let [PatternElement::Placeable { expression: Expression::Select { selector, variants } }] =
        pattern.elements.as_slice()
    {
        let forms: Result<Map<_, _>> = variants.iter().map(form).collect();
        return Ok(json!({ "by": variable(selector)?, "forms": forms? }));
    }
    plain(pattern).map(Value::from)
}

fn form(variant: &Variant<&str>) -> Result<(String, Value)> {
    let (VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key }) =
        variant.key;
    if variant.default != (key == "other") {
        bail!("the form that stands for all others must be called other, not {key}");
    }
    Ok((key.to_owned(), plain(&variant.value)?.into()))
}

fn plain(pattern: &Pattern<&str>) -> Result<String> {
    pattern.elements.iter().map(part).collect()
}

fn part(element: &PatternElement<&str>) -> Result<String> {
    match element {
        PatternElement::TextElement { value } => Ok((*value).to_owned()),
        PatternElement::Placeable { expression: Expression::Inline(value) } => {
            Ok(format!("{{{}}}", variable(value)?))
        }
        PatternElement::Placeable { .. } => bail!("a choice must be the whole text"),
    }
}

fn variable<'a>(expression: &InlineExpression<&'a str>) -> Result<&'a str> {
    match expression {
        InlineExpression::VariableReference { id } => Ok(id.name),
        other => bail!("the interface can't fill in {other:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_forms_and_attributes_survive() {
        let source = "a = To { $who }\n    .short = S\nb =\n    { $n ->\n        [one] 1 day\n       *[other] { $n } days\n    }\n";
        let wanted = json!({
            "a": "To {who}",
            "a.short": "S",
            "b": { "by": "n", "forms": { "one": "1 day", "other": "{n} days" } },
        });
        assert_eq!(Value::Object(messages(source).unwrap()), wanted);
    }

    #[test]
    fn what_the_interface_cannot_read_is_refused() {
        assert!(messages("a = x { $n ->\n   *[other] y\n  }").is_err());
        assert!(messages("a = { NUMBER($n) }").is_err());
    }
}
