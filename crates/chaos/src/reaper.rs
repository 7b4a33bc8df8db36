//! Ends servers that would outlive the harness, also when that is killed.

use std::io::{self, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Mutex;

/// Knows who runs, and kills them when its standard input ends.
const SCRIPT: &str = r#"
trap '' INT TERM HUP
while read -r sign pid; do
    if [ "$sign" = + ]; then running[$pid]=1; else unset "running[$pid]"; fi
done
for pid in "${!running[@]}"; do kill -KILL "$pid"; done 2>/dev/null
"#;

/// A process that waits for the harness to end.
pub struct Reaper(Mutex<ChildStdin>);

impl Reaper {
    /// Starts it.
    pub fn start() -> io::Result<Self> {
        let mut bash = Command::new("bash");
        bash.args(["-c", SCRIPT]).stdin(Stdio::piped()).stdout(Stdio::null());
        let input = bash.spawn()?.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?;
        Ok(Self(Mutex::new(input)))
    }

    /// A process began, which must not outlive the harness.
    pub fn begun(&self, child: &Child) {
        self.tell('+', child);
    }

    /// It is over.
    pub fn over(&self, child: &Child) {
        self.tell('-', child);
    }

    fn tell(&self, sign: char, child: &Child) {
        // Without a reaper, all that happens is that a server may stay.
        let _ = writeln!(self.0.lock().unwrap(), "{sign} {}", child.id());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_still_runs_when_the_harness_ends_is_ended() {
        let sleep = || Command::new("sleep").arg("60").spawn().unwrap();
        let (reaper, mut runs, mut over) = (Reaper::start().unwrap(), sleep(), sleep());
        reaper.begun(&runs);
        reaper.begun(&over);
        reaper.over(&over);
        drop(reaper);
        assert_eq!(runs.wait().unwrap().code(), None);
        assert!(over.try_wait().unwrap().is_none());
        over.kill().unwrap();
        over.wait().unwrap();
    }
}
