//! System packages on Debian, Ubuntu and their relatives.

use std::collections::HashSet;
use std::process::Command;

use anyhow::{Context, Result};

use crate::shell;
use crate::step::Step;

/// Whether this system has them.
pub fn is_here() -> bool {
    cfg!(target_os = "linux") && shell::find("apt-get").is_some()
}

/// Those of the packages that aren't installed.
pub fn missing(wanted: &[String]) -> Result<Vec<String>> {
    let form = "${Package} ${db:Status-Status}\n";
    // It also fails when it doesn't know one of them, so only what it prints counts.
    let output = shell::command("dpkg-query", ["-W", "-f", form]).args(wanted).output()?;
    let lines = String::from_utf8_lossy(&output.stdout).into_owned();
    let installed: HashSet<&str> =
        lines.lines().filter_map(|line| line.strip_suffix(" installed")).collect();
    Ok(wanted.iter().filter(|name| !installed.contains(name.as_str())).cloned().collect())
}

/// The names of all packages that begin so.
pub fn beginning_with(prefix: &str) -> Result<HashSet<String>> {
    let names = shell::read(&mut shell::command("apt-cache", ["pkgnames", prefix]))?;
    Ok(names.lines().map(str::to_owned).collect())
}

/// Asks the archive what there is.
pub fn update(step: &mut Step) -> Result<()> {
    step.run(as_root("apt-get").args(["update", "--quiet"]))
        .context("Debian's package lists can't be fetched: is there a network?")
}

/// Installs packages.
pub fn install(step: &mut Step, names: &[String]) -> Result<()> {
    let mut command = as_root("apt-get");
    command.args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(names);
    step.run(&mut command)
        .with_context(|| format!("Install these by hand, then run it again: {}", names.join(" ")))
}

/// Whether this is Ubuntu, whose `chromium` package is only a pointer to a snap.
pub fn is_ubuntu() -> bool {
    std::fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line == "ID=ubuntu"))
}

fn as_root(program: &str) -> Command {
    let is_root = shell::command("id", ["-u"]).output().is_ok_and(|id| id.stdout == b"0\n");
    let mut command = Command::new(if is_root { "env" } else { "sudo" });
    if !is_root {
        command.arg("env");
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", program]);
    command
}
