//! Programs that run beside this one and end with it.

use std::fs::File;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::shell;

/// How long a server may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running program. Letting go of it ends it.
pub struct Running {
    child: Child,
    name: String,
    log: Option<PathBuf>,
}

impl Running {
    /// Starts it; what it prints goes to the file `log`, or else to the terminal.
    pub fn start(mut command: Command, log: Option<&Path>) -> Result<Self> {
        if let Some(path) = log {
            let file =
                File::create(path).with_context(|| format!("can't write {}", path.display()))?;
            command.stdout(file.try_clone()?).stderr(file);
        }
        let name = shell::line(&command);
        let child = command.spawn().with_context(|| format!("`{name}` could not be started"))?;
        Ok(Self { child, name, log: log.map(Path::to_owned) })
    }

    /// Waits until it answers `GET /healthz` on the port.
    pub fn wait_healthy(&mut self, port: u16) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        while !is_healthy(port) {
            if self.has_ended()? {
                bail!("{}\n\n✗ `{}` ended at once", self.said(), self.name);
            }
            if Instant::now() > deadline {
                bail!("{}\n\n✗ `{}` doesn't answer", self.said(), self.name);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }

    /// Whether it has ended by itself.
    pub fn has_ended(&mut self) -> Result<bool> {
        Ok(self.child.try_wait()?.is_some())
    }

    /// Waits until it ends; fails with what it printed if it does.
    pub fn finish(mut self) -> Result<()> {
        if self.child.wait()?.success() {
            return Ok(());
        }
        bail!("{}\n\n✗ `{}` failed", self.said(), self.name);
    }

    fn said(&self) -> String {
        self.log.as_ref().and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_default()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Waits until one of the programs ends or somebody presses Ctrl-C.
pub fn wait_for_any(programs: &mut [&mut Running], interrupted: &Receiver<()>) -> Result<()> {
    loop {
        match interrupted.recv_timeout(Duration::from_millis(100)) {
            Err(RecvTimeoutError::Timeout) => {}
            Ok(()) | Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
        for program in &mut *programs {
            if program.has_ended()? {
                return Ok(());
            }
        }
    }
}

/// Says when somebody presses Ctrl-C or the program is told to end.
pub fn interruptions() -> Result<Receiver<()>> {
    let (send, receive) = mpsc::channel();
    ctrlc::set_handler(move || {
        let _ = send.send(());
    })?;
    Ok(receive)
}

/// Whether a port of this machine can be listened on.
pub fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

fn is_healthy(port: u16) -> bool {
    let ask = || -> std::io::Result<Vec<u8>> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(Duration::from_secs(2)))?;
        stream
            .write_all(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
        let mut status = [0; 12];
        stream.read_exact(&mut status)?;
        Ok(status.to_vec())
    };
    ask().is_ok_and(|status| status.ends_with(b" 200"))
}
