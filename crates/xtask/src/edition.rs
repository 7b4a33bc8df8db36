//! The browser edition: the interface, the core beside it, and what makes it work offline.

use std::num::NonZeroU64;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;

use crate::sizes::Sizes;
use crate::stamp::{self, Inputs};
use crate::step::{Step, step};
use crate::{files, package_page, ui};

/// An edition as the server hands it out.
pub struct Edition {
    title: &'static str,
    /// Where it lies.
    pub folder: &'static str,
    /// Where the core's module is made.
    pub core: &'static str,
    /// Whether its files lie there packed as well.
    packed: bool,
}

/// What people get.
pub const RELEASE: Edition = Edition {
    title: "Browser edition",
    folder: "target/browser",
    core: "target/xtask/core",
    packed: true,
};
/// The same around a core that takes the time from tests.
pub const TRIAL: Edition = Edition {
    title: "Browser edition for tests",
    folder: "target/browser-trial",
    core: "target/xtask/core-trial",
    packed: false,
};

const SHELL: &str = "src-web/static";
const SERVICE_WORKER: &str = "sw.js";
/// What is fetched after everything else, or when it is needed before that.
const LATER: &str = "tables/";
/// What receivers of packages are shown, who do not have the app.
pub const RECEIVERS: &str = "pakke";
/// How often it is tried to pack a file smaller; more hardly helps.
const ROUNDS: NonZeroU64 = NonZeroU64::new(5).unwrap();
/// What is compressed already.
const DENSE: [&str; 7] = ["br", "gz", "ico", "jpg", "png", "woff", "woff2"];

impl Edition {
    /// Puts it together anew if a part of it has changed.
    pub fn assemble(&self) -> Result<()> {
        step(self.title, |step| {
            let parts = self.parts()?;
            let sources: Vec<PathBuf> = parts.iter().map(|part| part.source.clone()).collect();
            let names: Vec<String> = parts.iter().map(Part::name).collect();
            let inputs = Inputs::default().word(&names.join("\n")).files(&sources)?;
            let stamp = self.title.to_lowercase().replace(' ', "-");
            let index = format!("{}/{SERVICE_WORKER}", self.folder);
            let write = || self.write(&parts, &inputs.hash());
            let now = stamp::unless_done(&stamp, &inputs, &index, write)?;
            self.sizes(step, &parts, now)
        })
    }

    fn parts(&self) -> Result<Vec<Part>> {
        let mut parts = Vec::new();
        let folders =
            [(ui::DIST, ""), (self.core, "core"), (package_page::SERVED, RECEIVERS), (SHELL, "")];
        for (folder, below) in folders {
            for path in files::under(Path::new(folder), &[])? {
                let source = Path::new(folder).join(&path);
                parts.push(Part { source, path: Path::new(below).join(path) });
            }
        }
        Ok(parts)
    }

    fn write(&self, parts: &[Part], hash: &str) -> Result<()> {
        files::remove_folder(Path::new(self.folder))?;
        for part in parts {
            let mut content = files::read(&part.source)?;
            if part.name() == SERVICE_WORKER {
                let text = String::from_utf8(content).context("the service worker isn't text")?;
                let (later, now) = precached(parts);
                content = filled(&text, &now, &later, hash).into_bytes();
            }
            let target = Path::new(self.folder).join(&part.path);
            files::write(&target, &content)?;
            if self.packed && !is_dense(&target) {
                files::write(&beside(&target, "br"), &brotli(&content)?)?;
                files::write(&beside(&target, "gz"), &gzip(&content)?)?;
            }
        }
        Ok(())
    }

    /// Says what a phone downloads before it shows anything, and what afterwards.
    fn sizes(&self, step: &mut Step, parts: &[Part], now: bool) -> Result<()> {
        let note = format!("{}, {} files", if now { "made" } else { "there" }, parts.len());
        step.note(if self.packed {
            format!("{note}, as sent: {}", Sizes::compared()?)
        } else {
            note
        });
        Ok(())
    }
}

/// A file of the edition.
struct Part {
    source: PathBuf,
    path: PathBuf,
}

impl Part {
    /// Its address from the edition's root.
    fn name(&self) -> String {
        self.path.to_string_lossy().replace('\\', "/")
    }
}

/// What the service worker keeps for when there is no network, all of the app but itself: what only few
/// need, and what every user needs.
fn precached(parts: &[Part]) -> (Vec<String>, Vec<String>) {
    let of_app = |it: &String| it != SERVICE_WORKER && !Path::new(it).starts_with(RECEIVERS);
    let names = parts.iter().map(Part::name).filter(of_app);
    names.partition(|it| it.starts_with(LATER))
}

fn filled(service_worker: &str, now: &[String], later: &[String], hash: &str) -> String {
    let list = |names: &[String]| serde_json::Value::from(names).to_string();
    let text = service_worker.replace("__FILES__", &list(now)).replace("__LATER__", &list(later));
    text.replace("__VERSION__", &hash[..12])
}

/// What browsers take, as small as Brotli can be.
fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let params = BrotliEncoderParams { quality: 11, lgwin: 24, ..BrotliEncoderParams::default() };
    brotli::BrotliCompress(&mut &content[..], &mut packed, &params)?;
    Ok(packed)
}

/// For a browser that does not take Brotli, as one without TLS. As small as gzip can be.
fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let options = zopfli::Options { iteration_count: ROUNDS, ..zopfli::Options::default() };
    zopfli::compress(options, zopfli::Format::Gzip, content, &mut packed)?;
    Ok(packed)
}

fn is_dense(path: &Path) -> bool {
    path.extension().is_some_and(|is| DENSE.iter().any(|dense| is == *dense))
}

/// The path of a packed file beside the file itself.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_service_worker_learns_its_files_and_version() {
        let now = ["index.html".to_owned(), "core/web.js".to_owned()];
        let later = ["tables/files.js".to_owned()];
        let filled =
            filled("v('__VERSION__', __FILES__, __LATER__)", &now, &later, "0123456789abcdef");
        assert_eq!(
            filled,
            r#"v('0123456789ab', ["index.html","core/web.js"], ["tables/files.js"])"#
        );
    }
}
