//! What was done already: a file for each, holding a hash of what it was made from.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::files;

/// What a step is made from.
#[derive(Default)]
pub struct Inputs(blake3::Hasher);

impl Inputs {
    /// Adds a word, such as a version or a setting.
    pub fn word(mut self, word: &str) -> Self {
        self.0.update(&(word.len() as u64).to_le_bytes()).update(word.as_bytes());
        self
    }

    /// Adds files, by name and content.
    pub fn files(mut self, paths: &[PathBuf]) -> Result<Self> {
        for path in paths {
            let content = files::read(path)?;
            self = self.word(&path.to_string_lossy());
            self.0.update(&(content.len() as u64).to_le_bytes()).update(&content);
        }
        Ok(self)
    }

    /// The hash, in hexadecimal.
    pub fn hash(&self) -> String {
        self.0.finalize().to_hex().to_string()
    }
}

/// Does the work that makes `output`, unless it was made from the same inputs before; whether it
/// was done now.
pub fn unless_done(
    name: &str,
    inputs: &Inputs,
    output: &str,
    work: impl FnOnce() -> Result<()>,
) -> Result<bool> {
    let (stamp, hash) = (PathBuf::from("target/xtask").join(name), inputs.hash());
    if Path::new(output).exists() && fs::read_to_string(&stamp).is_ok_and(|done| done == hash) {
        return Ok(false);
    }
    // Should the work break off, what is there is of no known state.
    let _ = fs::remove_file(&stamp);
    work()?;
    files::write(&stamp, hash.as_bytes())?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_do_not_run_together() {
        let (split, joined) = (Inputs::default().word("a").word("b"), Inputs::default().word("ab"));
        assert_ne!(split.hash(), joined.hash());
    }
}
