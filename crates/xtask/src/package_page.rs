//! The page that opens a package: one file, into which a package is put; and the same from the server, for where
//! a file that was sent cannot be opened.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use texts::Texts;

use crate::stamp::{self, Inputs};
use crate::step::{Step, step};
use crate::{files, node};

const FOLDER: &str = "crates/package/page";
/// Its bundled script and style, and the page around them, which `crates/package` takes in.
const BUILT: &str = "crates/package/page/dist";
/// What the server hands out below `/pakke`.
pub const SERVED: &str = "crates/package/page/served";
/// The languages that it speaks.
const LANGUAGES: [&str; 3] = ["nb", "nn", "en"];
/// How the names of its texts begin.
const PREFIX: &str = "package-";

/// Builds both.
pub fn build() -> Result<()> {
    node::install(FOLDER)?;
    step("Page of packages", |step| {
        let inputs = Inputs::default().files(&sources()?)?;
        let index = format!("{SERVED}/index.html");
        let now = stamp::unless_done("page-of-packages", &inputs, &index, || make(step))?;
        step.note(if now { "made" } else { "there" });
        Ok(())
    })
}

fn sources() -> Result<Vec<PathBuf>> {
    let own = files::under(Path::new(FOLDER), &["dist", "node_modules", "served"])?;
    let own = own.iter().map(|it| Path::new(FOLDER).join(it));
    Ok(own.chain(LANGUAGES.map(source_of_texts)).collect())
}

fn source_of_texts(language: &str) -> PathBuf {
    Path::new("locales").join(language).join("package.ftl")
}

fn make(step: &mut Step) -> Result<()> {
    step.run(&mut node::npm(FOLDER, &["run", "build"]))?;
    let read = |name: &str| -> Result<String> {
        Ok(String::from_utf8(files::read(&Path::new(FOLDER).join(name))?)?)
    };
    let (frame, style) = (read("page.html")?, read("dist/page.css")?);
    // A script in a page must not end early.
    let script = read("dist/page.js")?.replace("</script", "<\\/script");
    let frame = frame.replace("__TEXTS__", &texts()?);
    let policy = |script: &str, style: &str| {
        format!(
            "default-src 'none'; script-src {script}; style-src {style}; base-uri 'none'; form-action 'none'"
        )
    };
    let page = frame
        .replace("__POLICY__", &policy(&hash(&script), &hash(&style)))
        .replace("__STYLE__", &format!("<style>{style}</style>"))
        .replace("__SCRIPT__", &format!("<script type=\"module\">{script}</script>"));
    files::write(&Path::new(BUILT).join("page.html"), page.as_bytes())?;
    let page = frame
        .replace("__POLICY__", &policy("'self'", "'self'"))
        .replace("__PACKAGE__", "")
        .replace("__STYLE__", r#"<link rel="stylesheet" href="/pakke/page.css">"#)
        .replace("__SCRIPT__", r#"<script type="module" src="/pakke/page.js"></script>"#);
    let served = [("index.html", page), ("page.css", style), ("page.js", script)];
    served
        .iter()
        .try_for_each(|(name, text)| files::write(&Path::new(SERVED).join(name), text.as_bytes()))
}

/// As a policy names an element by what is in it.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// The texts by language, without their prefix.
fn texts() -> Result<String> {
    let mut all = Map::new();
    for language in LANGUAGES {
        let source = String::from_utf8(files::read(&source_of_texts(language))?)?;
        let names: Vec<String> = source.lines().filter_map(name).collect();
        let read = Texts::read(language, source.clone()).map_err(|problem| anyhow!(problem))?;
        let said = |name: &String| {
            let text = read.say(&format!("{PREFIX}{name}"), &[]);
            Ok((name.clone(), Value::from(text.with_context(|| name.clone())?)))
        };
        all.insert(language.into(), names.iter().map(said).collect::<Result<Map<_, _>>>()?.into());
    }
    // It stands in a script element.
    Ok(Value::Object(all).to_string().replace('<', "\\u003c"))
}

/// The name of the message that a line begins.
fn name(line: &str) -> Option<String> {
    let (name, _) = line.split_once(" = ")?;
    Some(name.strip_prefix(PREFIX)?.to_owned())
}
