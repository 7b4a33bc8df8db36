//! What the server keeps everything in: copied, put back and lost as an operator would.

use std::path::PathBuf;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::device::copy_folder;

/// How often a database is tried to be copied while its last connections end.
const TRIES: usize = 100;

/// The server's database. Nothing may have it open while it is copied or put back.
#[derive(Debug, Clone)]
pub enum Database {
    /// An SQLite file in that folder.
    Folder(PathBuf),
    /// A PostgreSQL database of that name in the cluster at that address.
    Postgres {
        /// The cluster's address.
        cluster: String,
        /// The database's name; a copy's has `_copy` after it.
        name: String,
    },
}

impl Database {
    /// Makes it, empty; what was there before is gone.
    pub fn make(&self) -> Result<()> {
        self.lose()?;
        match self {
            Self::Folder(folder) => std::fs::create_dir_all(folder).context("a folder"),
            Self::Postgres { cluster, name } => postgres("createdb", cluster, &[name]),
        }
    }

    /// Loses everything.
    pub fn lose(&self) -> Result<()> {
        match self {
            Self::Folder(folder) if folder.exists() => {
                std::fs::remove_dir_all(folder).context("a folder")
            }
            Self::Folder(_) => Ok(()),
            Self::Postgres { cluster, name } => {
                postgres("dropdb", cluster, &["--if-exists", "--force", name])
            }
        }
    }

    /// Copies it; an earlier copy is replaced.
    pub fn back_up(&self) -> Result<()> {
        self.copy_to(&self.copy())
    }

    /// Puts the copy in its place. Fails when there is none.
    pub fn put_back(&self) -> Result<()> {
        self.copy().copy_to(self)
    }

    /// Nobody needs it any more; a folder stays, for whoever wants to look into it.
    pub fn is_over(&self) -> Result<()> {
        match self {
            Self::Folder(_) => Ok(()),
            Self::Postgres { .. } => self.lose().and_then(|()| self.copy().lose()),
        }
    }

    /// What the server is told.
    pub fn option(&self) -> [String; 2] {
        match self {
            Self::Folder(folder) => ["--data".into(), folder.display().to_string()],
            Self::Postgres { cluster, name } => ["--database".into(), format!("{cluster}/{name}")],
        }
    }

    fn copy(&self) -> Self {
        match self {
            Self::Folder(folder) => Self::Folder(folder.with_extension("copy")),
            Self::Postgres { cluster, name } => {
                Self::Postgres { cluster: cluster.clone(), name: format!("{name}_copy") }
            }
        }
    }

    fn copy_to(&self, to: &Self) -> Result<()> {
        match (self, to) {
            (Self::Folder(from), Self::Folder(to)) => copy_folder(from, to).context("a copy"),
            (Self::Postgres { cluster, name }, Self::Postgres { name: copy, .. }) => {
                to.lose()?;
                let template = format!("--template={name}");
                persistently(|| postgres("createdb", cluster, &[&template, copy]))
            }
            _ => bail!("two sorts of databases"),
        }
    }
}

/// The last connections of a server that was killed end a moment after it.
fn persistently(work: impl Fn() -> Result<()>) -> Result<()> {
    for _ in 1..TRIES {
        if work().is_ok() {
            return Ok(());
        }
        sleep(Duration::from_millis(50));
    }
    work()
}

fn postgres(program: &str, cluster: &str, args: &[&str]) -> Result<()> {
    let mut command = Command::new(program);
    command.arg(format!("--maintenance-db={cluster}/postgres")).args(args);
    let output = command.output().with_context(|| format!("{program} is missing"))?;
    if !output.status.success() {
        bail!("{program}: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(())
}
