//! Where the programs are that a story is about.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

/// The command line and the server.
#[derive(Debug, Clone)]
pub struct Programs {
    /// `bomiljo`.
    pub bomiljo: PathBuf,
    /// `bomiljo-server`.
    pub server: PathBuf,
}

impl Programs {
    /// Those in a folder. Fails when they aren't built.
    pub fn within(folder: &Path) -> Result<Self> {
        let [bomiljo, server] = ["bomiljo", "bomiljo-server"].map(|it| folder.join(it));
        for path in [&bomiljo, &server] {
            ensure!(path.is_file(), "{} is missing: cargo build", path.display());
        }
        Ok(Self { bomiljo, server })
    }

    /// Those in `BOMILJO_BIN_DIR`, or else beside this program or this test.
    pub fn found() -> Result<Self> {
        let this = std::env::current_exe()?;
        let beside = this.ancestors().skip(1).find(|it| it.join("bomiljo-server").is_file());
        let folder = std::env::var_os("BOMILJO_BIN_DIR").map(PathBuf::from);
        let folder = folder.or_else(|| beside.map(Path::to_owned)).unwrap_or_default();
        Self::within(&folder)
    }
}
