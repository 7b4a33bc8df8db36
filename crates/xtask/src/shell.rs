//! Commands and where they are found.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

use anyhow::{Context, Result, bail};

/// Where `cargo install` puts the tools of this workspace.
pub const TOOLS: &str = "target/tools";
/// How many lines of a failed command's output are shown.
const LINES_SHOWN: usize = 80;

/// A command by its name and arguments.
pub fn command<S: AsRef<OsStr>>(program: &str, args: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(program);
    command.args(args);
    command
}

/// The cargo that runs this program, with the workspace's tools as its subcommands.
pub fn cargo<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    // Where the outcome lies is part of this program.
    command.args(args).env_remove("CARGO_TARGET_DIR").env("PATH", path_with_tools());
    command
}

/// The program's path, if the shell would find it.
pub fn find(program: &str) -> Option<PathBuf> {
    let paths = std::env::var_os("PATH")?;
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&paths).map(|dir| dir.join(&name)).find(|path| path.is_file())
}

/// A path that holds in any working directory.
pub fn absolute(path: impl AsRef<Path>) -> PathBuf {
    std::path::absolute(&path).unwrap_or_else(|_| path.as_ref().to_owned())
}

/// The command as one would type it.
pub fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Runs a command that is soon done; its standard output.
pub fn read(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| not_started(command))?;
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        let err = String::from_utf8_lossy(&output.stderr);
        bail!("{}", failed(command, output.status, &format!("{out}{err}")));
    }
    Ok(out)
}

/// What to say of a command that isn't there.
pub fn not_started(command: &Command) -> String {
    format!("✗ `{}` could not be started", line(command))
}

/// What to say of a command that failed: the end of what it printed, and which it was.
pub fn failed(command: &Command, status: ExitStatus, output: &str) -> String {
    let all: Vec<&str> = output.trim_end().lines().collect();
    let tail = all[all.len().saturating_sub(LINES_SHOWN)..].join("\n");
    format!("{tail}\n\n✗ `{}`: {status}", line(command))
}

fn path_with_tools() -> OsString {
    let current = std::env::var_os("PATH").unwrap_or_default();
    let tools = absolute(TOOLS).join("bin");
    std::env::join_paths(std::iter::once(tools).chain(std::env::split_paths(&current)))
        .unwrap_or(current)
}
