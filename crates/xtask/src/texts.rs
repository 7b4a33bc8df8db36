//! The interface's texts: the Fluent files of a language, gathered in one that the interface fetches.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use texts::Texts;

use crate::files;
use crate::step::step;

const LOCALES: &str = "locales";

/// Writes `texts/LOCALE.ftl` into `folder` for each language. Fails at a text that cannot be read.
pub fn build(folder: &Path) -> Result<()> {
    step("Texts", |step| {
        let mut languages = BTreeMap::<String, String>::new();
        for source in files::under(Path::new(LOCALES), &[])? {
            let language = source.parent().unwrap_or(Path::new("")).to_string_lossy().into_owned();
            let text = files::read(&Path::new(LOCALES).join(&source))?;
            let text = String::from_utf8(text).with_context(|| source.display().to_string())?;
            languages.entry(language).or_default().push_str(&without_comments(&text));
        }
        for (language, source) in &languages {
            Texts::read(language, source.clone()).map_err(|problem| anyhow!(problem))?;
            let target = folder.join("texts").join(language).with_extension("ftl");
            files::write(&target, source.as_bytes())?;
        }
        step.note(format!("{} languages", languages.len()));
        Ok(())
    })
}

/// What only a translator reads stays here.
fn without_comments(source: &str) -> String {
    let lines = source.lines().filter(|it| !it.starts_with('#'));
    lines.flat_map(|it| [it, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_forms_and_attributes_and_loses_its_comment() {
        let source = "# A day.\na = To { $who }\n    .short = S\n\nb =\n    { $n ->\n       *[other] d\n    }\n";
        let kept =
            "a = To { $who }\n    .short = S\n\nb =\n    { $n ->\n       *[other] d\n    }\n";
        assert_eq!(without_comments(source), kept);
    }
}
