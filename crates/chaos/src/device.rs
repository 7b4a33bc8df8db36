//! A device: a home, the program over it, and its own way to the server.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::finding::{Finding, Flaw};
use crate::process::{Ended, Harm, run, within};
use crate::scene::Scene;
use crate::way::Way;

/// How long a sync may take.
const SYNC: Duration = Duration::from_mins(2);
/// How long anything else may take.
const CALL: Duration = Duration::from_mins(1);
/// Most requests in [`SOON`] of a device all of whose requests fail.
const ENOUGH: usize = 10;
/// See [`ENOUGH`].
const SOON: Duration = Duration::from_secs(10);
/// The variable by which a debug build's clock differs from the machine's, in milliseconds.
const CLOCK: &str = "BOMILJO_CLOCK_OFFSET_MS";

/// One device.
pub struct Device {
    /// Which.
    pub index: usize,
    /// Its owner.
    pub name: String,
    /// Its home.
    pub home: PathBuf,
    /// Its way to the server; a copy's is the original's.
    pub way: Arc<Way>,
    /// Whether it has joined the site.
    pub joined: bool,
    /// Whether it is gone for good.
    pub gone: bool,
    /// By how many milliseconds its clock is ahead.
    pub clock: i64,
    /// How many kibibytes a file on its disk may have, when the disk is full.
    pub room: Option<u32>,
    /// Whether a file of its home was damaged, and nobody has looked after it yet.
    pub damaged: bool,
    /// The damaged file that was set aside and is still to be salvaged.
    pub kept: Option<String>,
    /// At which step its home was backed up, and whether it had joined by then.
    pub backed_up: Option<(usize, bool)>,
    /// How long its calls take, in the long run.
    pub usual: Duration,
}

/// What came of a command.
pub struct Reply {
    /// What it printed, if that was JSON.
    pub value: Option<Value>,
    /// Whether it went well, as far as anybody was told.
    pub well: bool,
    /// Everything that it printed.
    pub out: String,
    /// What came of it, in a few words.
    pub words: String,
}

impl Device {
    /// A new one, with an empty home.
    pub fn new(index: usize, name: &str, home: PathBuf, way: Arc<Way>) -> Self {
        Self {
            index,
            name: name.to_owned(),
            home,
            way,
            joined: false,
            gone: false,
            clock: 0,
            room: None,
            damaged: false,
            kept: None,
            backed_up: None,
            usual: Duration::from_millis(100),
        }
    }

    /// Makes a call.
    pub fn call(&mut self, scene: &Scene, name: &str, args: &Value, harm: Harm) -> Reply {
        let input = json!({ "call": name, "args": args }).to_string();
        self.run(scene, &["call", "-"], &input, harm)
    }

    /// Runs the program with such arguments and such an input.
    pub fn run(&mut self, scene: &Scene, args: &[&str], input: &str, harm: Harm) -> Reply {
        let patience = if args[0] == "sync" { SYNC } else { CALL };
        scene.journal.count("commands");
        match run(&mut self.command(scene, args), input, harm, patience) {
            Ok(ended) => {
                if harm == Harm::None {
                    self.usual = (self.usual * 3 + ended.took) / 4;
                }
                self.look(scene, args, &ended);
                Reply::of(&ended)
            }
            Err(error) => {
                scene.journal.find(Finding::new(Flaw::Broken, args[0], error.to_string()));
                Reply { value: None, well: false, out: String::new(), words: "not started".into() }
            }
        }
    }

    fn command(&self, scene: &Scene, args: &[&str]) -> Command {
        let mut command = within(self.room, &scene.programs.bomiljo);
        command.arg("--home").arg(&self.home).args(args).env(CLOCK, self.clock.to_string());
        // The developer's key store is not filled with the keys of homes that will soon be gone.
        command.env("BOMILJO_KEY_STORE", "file").env("NO_PROXY", "*");
        command
    }

    /// Whether the program did what no program may, whatever befell it.
    fn look(&self, scene: &Scene, args: &[&str], ended: &Ended) {
        let found = |flaw, detail: String| {
            scene.journal.find(Finding::new(flaw, format!("{self} {}", args.join(" ")), detail));
        };
        if ended.killed && !ended.hung {
            scene.journal.count("kills of devices");
        }
        if ended.hung {
            found(Flaw::Hang, format!("not over after {:?}", ended.took));
        }
        let ended_itself = ended.code.is_none() && !ended.killed;
        if ended.err.contains("panicked") || ended.code == Some(101) || ended_itself {
            found(Flaw::Panic, ended.err.clone());
        }
        let passed = self.way.passed();
        scene.journal.add("requests", passed.len() as u64);
        for failed in passed.split(|it| it.well) {
            let moments: Vec<Instant> = failed.iter().map(|it| it.at).collect();
            if is_flood(&moments) {
                let count = moments.len();
                found(Flaw::Flood, format!("{count} requests one after the other, none answered"));
            }
        }
    }

    /// Where its database lies.
    pub fn database(&self) -> PathBuf {
        self.home.join("bomiljo.db")
    }

    /// Where a copy of its home is kept.
    pub fn backup(&self) -> PathBuf {
        self.home.with_extension("backup")
    }
}

impl std::fmt::Display for Device {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{} ({})", self.name, self.index)
    }
}

impl Reply {
    fn of(ended: &Ended) -> Self {
        let value: Option<Value> = serde_json::from_str(&ended.out).ok();
        let fault = value.as_ref().and_then(|it| it["fault"].as_str()).map(str::to_owned);
        // Who was told that it went well was told so, also when the program was killed right after.
        let well = fault.is_none() && (ended.code == Some(0) || value.is_some());
        let words = match (&fault, ended.code) {
            (Some(_), _) => ended.out.trim().to_owned(),
            (None, Some(0)) => "ok".into(),
            (None, Some(code)) => format!("code {code}: {}", ended.err.trim()),
            (None, None) if ended.hung => "hung".into(),
            (None, None) => "killed".into(),
        };
        let out = ended.out.clone();
        Self { value, well, out, words: format!("{words} ({} ms)", ended.took.as_millis()) }
    }

    /// The code of the fault that it told of.
    pub fn fault(&self) -> &str {
        self.value.as_ref().and_then(|it| it["fault"].as_str()).unwrap_or_default()
    }

    /// What it printed, as a type of the product's.
    pub fn read<T: serde::de::DeserializeOwned>(&self) -> Option<T> {
        self.well.then(|| serde_json::from_value(self.value.clone()?).ok()).flatten()
    }
}

/// Copies a folder without folders in it; what was there before is gone.
pub fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    let _ = std::fs::remove_dir_all(to);
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        std::fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}

/// Whether more than [`ENOUGH`] of them lie within [`SOON`].
fn is_flood(moments: &[Instant]) -> bool {
    moments.windows(ENOUGH + 1).any(|it| it[ENOUGH].duration_since(it[0]) < SOON)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eleven_failed_requests_within_ten_seconds_are_a_flood_and_ten_are_none() {
        let begun = Instant::now();
        let each_second = |count| (0..count).map(|it| begun + Duration::from_secs(it));
        let slow: Vec<_> = each_second(60).collect();
        assert!(!is_flood(&slow), "ten within each ten seconds");
        assert!(!is_flood(&[begun; ENOUGH]));
        assert!(is_flood(&[begun; ENOUGH + 1]));
    }
}
