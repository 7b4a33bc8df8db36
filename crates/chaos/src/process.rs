//! Running a program to its end, and doing it harm on the way.

use std::io::{self, Read, Write};
use std::process::{Child, Command, Stdio};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

/// How often a process is looked at.
const GLANCE: Duration = Duration::from_millis(2);

/// What is done to a process while it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Harm {
    /// Nothing.
    None,
    /// It is killed after that time.
    Kill(Duration),
    /// It is stopped after that time, for another time.
    Stop(Duration, Duration),
}

/// A process that is over.
pub struct Ended {
    /// Its exit code; none when a signal ended it.
    pub code: Option<i32>,
    /// Its standard output.
    pub out: String,
    /// Its standard error.
    pub err: String,
    /// How long it ran.
    pub took: Duration,
    /// Whether it still ran when it was killed.
    pub killed: bool,
    /// Whether it still ran when patience ended.
    pub hung: bool,
}

/// Runs it with something on its standard input, and kills it when patience ends.
pub fn run(
    command: &mut Command,
    input: &str,
    harm: Harm,
    patience: Duration,
) -> io::Result<Ended> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let (started, mut child) = (Instant::now(), command.spawn()?);
    let (out, err, input) = (child.stdout.take(), child.stderr.take(), (child.stdin.take(), input));
    thread::scope(|scope| {
        let (out, err) = (scope.spawn(|| all(out)), scope.spawn(|| all(err)));
        scope.spawn(move || input.0.map(|mut it| it.write_all(input.1.as_bytes())));
        let (killed, hung) = watch(&mut child, started, harm, patience)?;
        let code = child.wait()?.code();
        let took = started.elapsed();
        let text = |bytes: thread::Result<String>| bytes.unwrap_or_default();
        let (out, err) = (text(out.join()), text(err.join()));
        Ok(Ended { code, out, err, took, killed: killed && code.is_none(), hung })
    })
}

/// Waits for its end; tells whether it was killed, and whether that was for want of patience.
fn watch(
    child: &mut Child,
    started: Instant,
    mut harm: Harm,
    patience: Duration,
) -> io::Result<(bool, bool)> {
    while child.try_wait()?.is_none() {
        let age = started.elapsed();
        match harm {
            Harm::Kill(after) if age >= after => return child.kill().map(|()| (true, false)),
            Harm::Stop(after, pause) if age >= after => {
                signal(child, "STOP");
                sleep(pause);
                signal(child, "CONT");
                harm = Harm::None;
            }
            _ if age >= patience => return child.kill().map(|()| (true, true)),
            _ => sleep(GLANCE),
        }
    }
    Ok((false, false))
}

/// Sends a signal other than SIGKILL; one that comes too late goes nowhere.
pub fn signal(child: &Child, name: &str) {
    let mut kill = Command::new("kill");
    let _ = kill.arg(format!("-{name}")).arg(child.id().to_string()).stderr(Stdio::null()).status();
}

/// A command whose files may not grow beyond so many kibibytes, if that is said.
pub fn within(room: Option<u32>, program: &std::path::Path) -> Command {
    let Some(kibibytes) = room else { return Command::new(program) };
    let mut bash = Command::new("bash");
    bash.args(["-c", r#"trap '' XFSZ; ulimit -f "$1"; shift; exec "$@""#, "-"]);
    bash.arg(kibibytes.to_string()).arg(program);
    bash
}

fn all(from: Option<impl Read>) -> String {
    let mut bytes = Vec::new();
    let _ = from.map(|mut it| it.read_to_end(&mut bytes));
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATIENCE: Duration = Duration::from_secs(20);

    fn shell(script: &str) -> Command {
        let mut command = Command::new("bash");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn a_process_that_is_killed_ends_without_a_code_and_what_it_said_is_kept() {
        let kill = Harm::Kill(Duration::from_millis(200));
        let ended = run(&mut shell("echo said; exec sleep 30"), "", kill, PATIENCE).unwrap();
        assert_eq!((ended.code, ended.killed, ended.hung), (None, true, false));
        assert_eq!(ended.out, "said\n");
    }

    #[test]
    fn a_process_that_never_ends_is_told_of_as_hung() {
        let patience = Duration::from_millis(50);
        let ended = run(&mut shell("exec sleep 30"), "", Harm::None, patience).unwrap();
        assert!(ended.hung);
    }

    #[test]
    fn a_process_that_was_stopped_for_a_while_goes_on_to_its_end() {
        let stop = Harm::Stop(Duration::ZERO, Duration::from_millis(20));
        let ended = run(&mut shell("cat"), "hei", stop, PATIENCE).unwrap();
        assert_eq!((ended.code, ended.out.as_str()), (Some(0), "hei"));
    }

    #[test]
    fn a_full_disk_refuses_what_is_written_and_ends_nobody() {
        let mut write = within(Some(4), std::path::Path::new("bash"));
        let folder = tempfile::tempdir().unwrap();
        write.args(["-c", "head -c 100000 /dev/zero > full; echo $?"]).current_dir(&folder);
        let ended = run(&mut write, "", Harm::None, PATIENCE).unwrap();
        assert_eq!(ended.out, "1\n");
        assert_eq!(folder.path().join("full").metadata().unwrap().len(), 4 << 10);
    }
}
