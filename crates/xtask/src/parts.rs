//! The parts of a long run: one that fails hides none of the others.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::step::duration;

/// What has been carried out so far.
#[derive(Default)]
pub struct Parts {
    done: Vec<Part>,
}

struct Part {
    name: String,
    took: Duration,
    failed: bool,
}

impl Parts {
    /// Carries out a part. If it fails, prints why and returns `None`, so that the run goes on.
    pub fn run<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        let started = Instant::now();
        let outcome = work();
        if let Err(error) = &outcome {
            explain(error);
        }
        let (took, failed) = (started.elapsed(), outcome.is_err());
        self.done.push(Part { name: name.to_owned(), took, failed });
        outcome.ok()
    }

    /// Prints how long each part took. Fails with the names of the parts that failed.
    pub fn finish(&self) -> Result<()> {
        println!("\n{}", self.table());
        let failed = self.failed();
        if !failed.is_empty() {
            bail!("✗ Failed: {}", failed.join(", "));
        }
        Ok(())
    }

    fn failed(&self) -> Vec<&str> {
        self.done.iter().filter(|part| part.failed).map(|part| part.name.as_str()).collect()
    }

    fn table(&self) -> String {
        let width = self.done.iter().map(|part| part.name.chars().count()).max().unwrap_or(0);
        let rows = self.done.iter().map(|Part { name, took, failed }| {
            let mark = if *failed { "✗" } else { "✓" };
            format!("{mark} {name:width$}  {:>12}", duration(*took))
        });
        rows.collect::<Vec<_>>().join("\n")
    }
}

/// Prints what happened, the cause first.
pub fn explain(error: &anyhow::Error) {
    let causes: Vec<String> = error.chain().map(ToString::to_string).collect();
    eprintln!();
    causes.iter().rev().for_each(|cause| eprintln!("{cause}"));
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    #[test]
    fn a_part_that_fails_hides_none_of_the_others() {
        let mut parts = Parts::default();
        assert_eq!(parts.run("Lints", || Ok(1)), Some(1));
        assert_eq!(parts.run("Tests", || Err::<(), _>(anyhow!("one failed"))), None);
        assert_eq!(parts.run("End-to-end tests", || Ok(2)), Some(2));
        let marks: Vec<_> = parts.table().lines().map(|row| row.chars().next()).collect();
        assert_eq!(marks, [Some('✓'), Some('✗'), Some('✓')]);
        assert_eq!(parts.finish().unwrap_err().to_string(), "✗ Failed: Tests");
    }
}
