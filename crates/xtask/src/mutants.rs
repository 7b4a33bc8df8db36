//! Bugs that others have shipped, as patches. All of them are applied to one copy of the tree, each behind
//! a switch, so that one build contains them all. The simulator must find each.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use anyhow::{Context, Result, bail};

use crate::stamp::{self, Inputs};
use crate::step::step;
use crate::{driven, shell};

/// The patches: what goes wrong in one line, then the change.
const PATCHES: &str = "crates/sim/mutants";
/// Where the tree is copied and patched.
const FRESH: &str = "target/mutants/fresh";
/// The patched tree as it was last built: a file that stays the same keeps its time of change.
const TREE: &str = "target/mutants/tree";
/// The version of the patched tree.
const VERSION: &str = "version = \"0.0.0-mutants\"";
/// Builds the simulator, with the features that its dependencies have in the whole workspace. Chosen by its
/// package, it would have others, and they would all be built again.
const SIMULATOR: [&str; 4] = ["build", "--workspace", "--bin", "sim"];
/// The simulator that contains all mutants.
const PROGRAM: &str = "target/mutants/sim";
/// How many worlds show that the patched tree breaks none by itself.
const CONTROL: u64 = 20;
/// A mutant may also make the simulator wait for ever, which is a fault of its patch. Seconds.
const LONGEST: &str = "300";
/// The environment variable that names the mutant to switch on.
const SWITCH: &str = "BOMILJO_MUTANT";

/// Switches the mutants on, one after the other, and simulates at most `seeds` worlds with each. Fails
/// when a patch does not apply, or with the names of the mutants that broke no world.
pub fn mutants(seeds: u64) -> Result<()> {
    let patches = patches()?;
    step("Mutants", |step| {
        step.note(format!("{} in one build", patches.len()));
        copy()?;
        rename()?;
        patches.iter().try_for_each(|patch| apply(patch))?;
        update(Path::new(FRESH), Path::new(TREE))?;
        step.run(&mut build())?;
        fs::copy(shell::absolute(driven::DEBUG).join("sim"), PROGRAM)?;
        // The program that the other parts run is the one without mutants.
        step.run(&mut shell::cargo(SIMULATOR))
    })?;
    // A seed is a world: the same program finds the same again.
    let program = PathBuf::from(PROGRAM);
    let inputs =
        Inputs::default().word(&seeds.to_string()).files(std::slice::from_ref(&program))?;
    let now = stamp::unless_done("mutants", &inputs, PROGRAM, || find(&patches, seeds))?;
    if !now {
        println!("▸ Mutants … found before by the same program");
    }
    Ok(())
}

/// Simulates with each mutant switched on.
fn find(patches: &[PathBuf], seeds: u64) -> Result<()> {
    if is_found("none", CONTROL)? {
        bail!("✗ A world breaks with every mutant switched off");
    }
    let mut survivors = Vec::new();
    for name in patches.iter().map(|it| name(it)) {
        if !is_found(&name, seeds)? {
            survivors.push(name);
        }
    }
    if !survivors.is_empty() {
        bail!("✗ Survived {seeds} worlds: {}", survivors.join(", "));
    }
    Ok(())
}

fn patches() -> Result<Vec<PathBuf>> {
    let files = fs::read_dir(PATCHES).with_context(|| format!("can't read {PATCHES}"))?;
    let mut patches = files.map(|it| Ok(it?.path())).collect::<io::Result<Vec<_>>>()?;
    patches.sort();
    Ok(patches)
}

fn name(patch: &Path) -> String {
    patch.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Copies every file that belongs to the project, committed or not.
fn copy() -> Result<()> {
    let list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let listed = shell::read(&mut shell::command("git", list))?;
    fs::remove_dir_all(FRESH).or_else(absent)?;
    let mut files = listed.split('\0').map(Path::new).filter(|it| it.is_file());
    files.try_for_each(|file| write(&Path::new(FRESH).join(file), &fs::read(file)?))
}

/// Gives the copy a version of its own. Cargo names what it builds by package, version and the path within
/// the workspace: without this, it takes the copy's crates for the project's.
fn rename() -> Result<()> {
    let path = Path::new(FRESH).join("Cargo.toml");
    let text = fs::read_to_string(&path)?;
    let version = text.lines().find(|line| line.starts_with("version = "));
    let version = version.context("the workspace has no version")?;
    Ok(fs::write(&path, text.replacen(version, VERSION, 1))?)
}

fn apply(patch: &Path) -> Result<()> {
    let mut git = shell::command("git", ["apply"]);
    git.arg(shell::absolute(patch)).current_dir(FRESH);
    // Without it, git takes the paths for those of this project.
    git.env("GIT_CEILING_DIRECTORIES", shell::absolute("target/mutants"));
    shell::read(&mut git).map(drop).context("A mutant no longer applies: write its patch anew.")
}

/// Makes `to` equal to `from`, and writes only what differs, so that only that is built again.
fn update(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(to).into_iter().flatten() {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default();
        match from.join(name) {
            kept if kept.exists() => {}
            _ if path.is_dir() => fs::remove_dir_all(&path)?,
            _ => fs::remove_file(&path)?,
        }
    }
    for entry in fs::read_dir(from)? {
        let (path, target) = {
            let it = entry?;
            (it.path(), to.join(it.file_name()))
        };
        if path.is_dir() {
            update(&path, &target)?;
            continue;
        }
        let bytes = fs::read(&path)?;
        if fs::read(&target).ok().as_ref() != Some(&bytes) {
            write(&target, &bytes)?;
        }
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    Ok(fs::write(path, bytes)?)
}

fn absent(error: io::Error) -> io::Result<()> {
    if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) }
}

/// What they depend on is built already for the other programs.
fn build() -> Command {
    let mut command = shell::cargo(SIMULATOR);
    command.arg("--target-dir").arg(shell::absolute("target")).current_dir(TREE);
    command
}

/// Whether a mutant breaks a world.
fn is_found(name: &str, seeds: u64) -> Result<bool> {
    step(&format!("Mutant {name}"), |step| {
        let mut sim = shell::command("timeout", [LONGEST, PROGRAM]);
        sim.args([format!("--seeds={seeds}"), "--enough=1".into()]).env(SWITCH, name);
        let output = sim.output().with_context(|| shell::not_started(&sim))?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let broken = said.lines().find(|line| line.starts_with("seed "));
        if broken.is_none() && !output.status.success() {
            bail!("{}", shell::failed(&sim, output.status, &said));
        }
        step.note(broken.unwrap_or("no world broke"));
        Ok(broken.is_some())
    })
}
