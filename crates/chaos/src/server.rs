//! The server as a process, which can be killed, stopped and put back.

use std::fs::{File, OpenOptions};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::database::Database;
use crate::process::{signal, within};
use crate::reaper::Reaper;
use crate::story::Stage;

/// How long a server may take to start, and to stop when it is asked to.
const PATIENCE: Duration = Duration::from_mins(1);
/// How often a server that can't start is tried at another port.
const PORTS: usize = 5;

/// A server.
pub struct Server {
    reaper: Arc<Reaper>,
    program: PathBuf,
    log: PathBuf,
    snapshot_after: u64,
    /// What it keeps everything in.
    pub database: Database,
    /// How many kibibytes a file on its disk may have, when the disk is full.
    pub room: Option<u32>,
    /// Whether there is a copy of its database.
    pub backed_up: bool,
    address: SocketAddr,
    child: Option<Child>,
}

impl Server {
    /// One over a new database, started.
    pub fn start(
        stage: &Stage,
        folder: &Path,
        database: Database,
        snapshot_after: u64,
    ) -> Result<Self> {
        database.make()?;
        let (program, log) = (stage.programs.server.clone(), folder.join("server.log"));
        let address = SocketAddr::from(([127, 0, 0, 1], 0));
        let mut server = Self {
            reaper: stage.reaper.clone(),
            program,
            log,
            snapshot_after,
            database,
            room: None,
            backed_up: false,
            address,
            child: None,
        };
        server.starts(false)?;
        Ok(server)
    }

    /// Its address, which is another one after each start.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Starts again; `restored` says that its database was put back.
    pub fn starts(&mut self, restored: bool) -> Result<()> {
        for _ in 1..PORTS {
            if self.try_start(restored).is_ok() {
                return Ok(());
            }
        }
        self.try_start(restored)
    }

    fn try_start(&mut self, restored: bool) -> Result<()> {
        if self.child.is_some() {
            return Ok(());
        }
        self.address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let mut command = within(self.room, &self.program);
        command.args(self.database.option()).args(["--admin", "off"]);
        command.args(["--listen", &self.address.to_string()]);
        command.args(["--snapshot-after", &self.snapshot_after.to_string()]);
        command.args(restored.then_some("--restored"));
        let log = OpenOptions::new().create(true).append(true).open(&self.log)?;
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
        let child = command.spawn()?;
        self.reaper.begun(&child);
        self.child = Some(child);
        self.until_it_listens()
    }

    fn until_it_listens(&mut self) -> Result<()> {
        let begun = Instant::now();
        while !listens(self.address) {
            let child = self.child.as_mut().context("no server")?;
            if child.try_wait()?.is_some() || begun.elapsed() > PATIENCE {
                self.kill();
                bail!("the server doesn't start; see {}", self.log.display());
            }
            sleep(Duration::from_millis(5));
        }
        Ok(())
    }

    /// Kills it as the power does.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill().and_then(|()| child.wait());
            self.reaper.over(&child);
        }
    }

    /// Asks it to stop; tells whether it did.
    pub fn terminate(&mut self) -> bool {
        let begun = Instant::now();
        while let Some(child) = &mut self.child {
            if child.try_wait().is_ok_and(|it| it.is_some()) {
                self.kill();
            } else if begun.elapsed() > PATIENCE {
                self.kill();
                return false;
            } else {
                signal(child, "TERM");
                sleep(Duration::from_millis(20));
            }
        }
        true
    }

    /// Stops it from doing anything for a while.
    pub fn pause(&self, time: Duration) {
        if let Some(child) = &self.child {
            signal(child, "STOP");
            sleep(time);
            signal(child, "CONT");
        }
    }

    /// Whether it has ended by itself.
    pub fn has_ended(&mut self) -> bool {
        self.child.as_mut().is_some_and(|it| it.try_wait().is_ok_and(|it| it.is_some()))
    }

    /// Everything that it said.
    pub fn said(&self) -> String {
        File::open(&self.log).and_then(std::io::read_to_string).unwrap_or_default()
    }
}

/// Whether somebody listens there. A connection to a port of one's own choosing where nobody listens
/// can end up at itself.
fn listens(address: SocketAddr) -> bool {
    let here = TcpStream::connect(address).and_then(|it| it.local_addr());
    here.is_ok_and(|it| it != address)
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}
