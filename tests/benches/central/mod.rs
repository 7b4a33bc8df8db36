//! The server as a program of its own.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A server; it is stopped when this is dropped.
pub struct Central {
    child: Child,
    address: String,
}

impl Central {
    /// Starts it, with its database below `folder`.
    pub async fn start(folder: &Path) -> Self {
        let address = free();
        let mut command = Command::new(program());
        command.args(["--listen", &address, "--admin", "off", "--data"]).arg(folder.join("server"));
        command.env("RUST_LOG", "error").stdout(Stdio::null());
        let server = Self { child: command.spawn().unwrap(), address };
        while tokio::net::TcpStream::connect(&server.address).await.is_err() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        server
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The most memory that it had, where the system tells.
    pub fn memory(&self) -> String {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let status = status.unwrap_or_default();
        let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"));
        line.map_or_else(|| "unknown".into(), |it| it.trim().into())
    }
}

impl Drop for Central {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An address that nobody listens on.
fn free() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}

/// The program beside this one's folder.
fn program() -> PathBuf {
    let own = std::env::current_exe().unwrap();
    own.ancestors().nth(2).unwrap().join("bomiljo-server")
}
