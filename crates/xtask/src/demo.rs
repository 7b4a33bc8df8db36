//! A demonstration: a server and two workers of one site, with made-up people.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{self, Running};
use crate::step::step;
use crate::{edition, files, shell};

const SITE: &str = "Bredtvetveien 2";
const DATA: &str = "demo/bredtvetveien2";
/// What both workers know, and what each has recorded.
const SHARED: [&str; 3] = ["unit.csv", "partner.csv", "resident.csv"];
const AISHAS: [&str; 3] = ["visit.aisha.csv", "appointment.csv", "referral.csv"];
const BJORNS: [&str; 4] = ["visit.bjorn.csv", "incident.csv", "follow-up.csv", "activity.csv"];
/// Says on which port the demonstration was founded; it stands there once all is in place.
const READY: &str = "port";
/// Stands there while the demonstration is founded.
const FOUNDING: &str = "founding";
/// The port, where none is asked for.
const PORT: u16 = 8470;

/// The folder of a demonstration.
pub struct Demo {
    home: PathBuf,
    port: u16,
}

impl Demo {
    /// The demonstration in a folder. One that was founded keeps its port, which its devices know.
    pub fn at(home: &Path, port: Option<u16>) -> Result<Self> {
        let founded = fs::read_to_string(home.join(READY)).ok().and_then(|text| text.parse().ok());
        let shown = home.display();
        if let (Some(founded), Some(port)) = (founded, port)
            && founded != port
        {
            bail!(
                "✗ The demonstration in {shown} belongs to port {founded}.\n\
                 Leave out --port, or found another: --port {port} --home {shown}-{port}"
            );
        }
        let port: u16 = founded.or(port).unwrap_or(PORT);
        if !process::is_free(port) {
            let other = port + 1;
            bail!(
                "✗ Port {port} is taken; is another `cargo xtask run` open?\n\
                 Close it, or found another demonstration: --port {other} --home {shown}-{other}"
            );
        }
        Ok(Self { home: shell::absolute(home), port })
    }

    /// Where the server is found.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Where Aisha's data lies, whose window is opened.
    pub fn aisha(&self) -> PathBuf {
        self.home.join("aisha")
    }

    /// Starts the server and, the first time, founds the site.
    pub fn start(&self) -> Result<Running> {
        let is_new = !self.home.join(READY).exists();
        if is_new {
            self.clear()?;
        }
        let server = step("Server", |step| {
            step.note(self.address());
            self.serve()
        })?;
        if is_new {
            self.found()?;
        }
        Ok(server)
    }

    /// A code with which one more device can join the site.
    pub fn invite(&self) -> Result<String> {
        step("Invitation", |_| self.invitation())
    }

    /// Makes room for a new demonstration, and deletes none but a half-founded one.
    fn clear(&self) -> Result<()> {
        if self.home.join(FOUNDING).exists() {
            files::remove_folder(&self.home)?;
        }
        fs::create_dir_all(&self.home)?;
        if fs::read_dir(&self.home)?.next().is_some() {
            bail!(
                "✗ {} is not empty and not a demonstration. Choose another folder with --home.",
                self.home.display()
            );
        }
        files::write(&self.home.join(FOUNDING), b"")
    }

    fn serve(&self) -> Result<Running> {
        let mut server = Command::new(program("bomiljo-server"));
        server.args(["--listen", &format!("127.0.0.1:{}", self.port), "--data"]);
        server
            .arg(self.home.join("server"))
            .arg("--web")
            .arg(shell::absolute(edition::RELEASE.folder));
        let mut running = Running::start(server, Some(&self.home.join("server.log")))?;
        running.wait_healthy(self.port)?;
        Ok(running)
    }

    fn found(&self) -> Result<()> {
        let (aisha, bjorn, address) = ("aisha", "bjorn", self.address());
        let init = ["init", "--server", &address, "--site", SITE, "--name", "Aisha"];
        step(&format!("Aisha founds {SITE}"), |_| self.bomiljo(aisha, &init))?;
        let files = [SHARED, AISHAS].concat();
        step("Aisha's records", |_| self.import(aisha, &files))?;
        step("Bjørn joins", |_| {
            let code = self.invitation()?;
            self.bomiljo(bjorn, &["join", &code, "--name", "Bjørn"])?;
            self.bomiljo(bjorn, &["sync"])
        })?;
        step("Bjørn's records", |_| self.import(bjorn, &BJORNS))?;
        step("Aisha gets them", |_| self.bomiljo(aisha, &["sync"]))?;
        files::write(&self.home.join(READY), self.port.to_string().as_bytes())?;
        fs::remove_file(self.home.join(FOUNDING)).context("can't end the founding")
    }

    fn invitation(&self) -> Result<String> {
        let code = self.bomiljo("aisha", &["invite"])?;
        Ok(code.trim().to_owned())
    }

    /// Imports files and sends them.
    fn import(&self, who: &str, names: &[&str]) -> Result<String> {
        let paths: Vec<String> = names.iter().map(|name| format!("{DATA}/{name}")).collect();
        let mut args = vec!["import", "--this-week"];
        args.extend(paths.iter().map(String::as_str));
        self.bomiljo(who, &args)?;
        self.bomiljo(who, &["sync"])
    }

    /// Runs the command line on somebody's device.
    fn bomiljo(&self, who: &str, args: &[&str]) -> Result<String> {
        let mut command = Command::new(program("bomiljo"));
        shell::read(command.arg("--home").arg(self.home.join(who)).args(args))
    }
}

/// Where a program of this workspace was built.
pub fn program(name: &str) -> PathBuf {
    shell::absolute(format!("target/debug/{name}{}", std::env::consts::EXE_SUFFIX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_no_demonstration_is_left_alone() {
        let home = tempfile::tempdir().unwrap();
        let precious = home.path().join("precious.txt");
        files::write(&precious, b"mine").unwrap();
        let demo = Demo { home: home.path().to_owned(), port: 1 };
        assert!(demo.clear().is_err());
        assert!(precious.exists());
    }

    #[test]
    fn a_half_founded_demonstration_begins_again() {
        let home = tempfile::tempdir().unwrap();
        let demo = Demo { home: home.path().join("demo"), port: 1 };
        demo.clear().unwrap();
        files::write(&demo.home.join("aisha/half"), b"").unwrap();
        demo.clear().unwrap();
        assert!(!demo.home.join("aisha").exists());
    }

    #[test]
    fn a_founded_demonstration_keeps_its_port() {
        let home = tempfile::tempdir().unwrap();
        files::write(&home.path().join(READY), b"47123").unwrap();
        assert!(Demo::at(home.path(), Some(47124)).is_err());
    }
}
