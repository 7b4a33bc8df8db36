//! One line per step: what is done, how it goes, how long it took.

use std::io::{self, BufRead, BufReader, IsTerminal, Write};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::shell;

/// How often a step that takes long says that it is still at it, where nothing can be overwritten.
const SIGN_OF_LIFE: Duration = Duration::from_secs(30);

/// A step under way.
pub struct Step {
    title: String,
    started: Instant,
    note: String,
    /// Whether the cursor stands behind the title.
    line_open: bool,
}

/// Does a step and prints it: `▸ System packages … all there, 0.3 s`.
pub fn step<T>(title: &str, work: impl FnOnce(&mut Step) -> Result<T>) -> Result<T> {
    let (title, started) = (title.to_owned(), Instant::now());
    let mut step = Step { title, started, note: String::new(), line_open: false };
    step.open();
    let done = work(&mut step);
    let outcome = if done.is_ok() { step.note.as_str() } else { "failed after " };
    let took = duration(started.elapsed());
    if !step.line_open {
        print!("▸ {} … ", step.title);
    }
    println!("{outcome}{took}");
    done
}

impl Step {
    /// What the step's line shall say besides the time.
    pub fn note(&mut self, note: impl AsRef<str>) {
        self.note = format!("{}, ", note.as_ref());
    }

    /// Runs a command that takes long, showing only its latest line, and all of it if it fails.
    pub fn run(&mut self, command: &mut Command) -> Result<()> {
        let (reader, writer) = io::pipe()?;
        command.stdout(writer.try_clone()?).stderr(writer);
        let mut child = command.spawn().with_context(|| shell::not_started(command))?;
        // The parent's ends must close, or the reader never comes to an end.
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let output = self.follow(&lines(reader));
        let status = child.wait()?;
        if !status.success() {
            bail!("{}", shell::failed(command, status, &output));
        }
        Ok(())
    }

    /// Runs a command whose output is what one wants to see.
    pub fn stream(&mut self, command: &mut Command) -> Result<()> {
        println!();
        self.line_open = false;
        let status = command.status().with_context(|| shell::not_started(command))?;
        if !status.success() {
            bail!("{}", shell::failed(command, status, "(its output is above)"));
        }
        Ok(())
    }

    fn open(&mut self) {
        print!("▸ {} … ", self.title);
        let _ = io::stdout().flush();
        self.line_open = true;
    }

    fn follow(&mut self, lines: &Receiver<String>) -> String {
        let mut output = String::new();
        let mut latest = String::new();
        let mut shown = Instant::now();
        loop {
            match lines.recv_timeout(Duration::from_millis(200)) {
                Ok(line) => {
                    output.push_str(&line);
                    output.push('\n');
                    latest = line;
                }
                Err(RecvTimeoutError::Timeout) => self.progress(&latest, &mut shown),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.clear();
        output
    }

    fn progress(&mut self, latest: &str, shown: &mut Instant) {
        let short: String = latest.trim().chars().take(50).collect();
        let took = duration(self.started.elapsed());
        if io::stdout().is_terminal() {
            print!("\r\x1b[K▸ {} … {took}  \x1b[2m{short}\x1b[0m", self.title);
        } else if shown.elapsed() > SIGN_OF_LIFE {
            *shown = Instant::now();
            println!("{}  {took}: {short}", if self.line_open { "\n" } else { "" });
            self.line_open = false;
        }
        let _ = io::stdout().flush();
    }

    fn clear(&mut self) {
        if io::stdout().is_terminal() {
            print!("\r\x1b[K");
            self.open();
        }
    }
}

/// For people: `0.3 s`, `42 s`, `3 min 12 s`.
pub fn duration(time: Duration) -> String {
    match time.as_secs() {
        0..10 => format!("{:.1} s", time.as_secs_f32()),
        seconds @ 10..60 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

fn lines(reader: io::PipeReader) -> Receiver<String> {
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(reader).split(b'\n').map_while(Result::ok) {
            // Progress bars overwrite themselves; the last state is the one that counts.
            let text = String::from_utf8_lossy(&line).into_owned();
            let last = text.trim_end_matches('\r').rsplit('\r').next().unwrap_or_default();
            if send.send(last.to_owned()).is_err() {
                return;
            }
        }
    });
    receive
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_like_speech() {
        assert_eq!(duration(Duration::from_millis(340)), "0.3 s");
        assert_eq!(duration(Duration::from_millis(42_900)), "42 s");
        assert_eq!(duration(Duration::from_secs(192)), "3 min 12 s");
    }

    #[test]
    fn a_failed_command_shows_its_output() {
        let mut command = shell::cargo(["no-such-command"]);
        let error = step("Failing", |step| step.run(&mut command)).unwrap_err().to_string();
        assert!(error.contains("no such command"), "{error}");
    }
}
