//! Sending a handover to receivers who do not have the app, and reading what they answer.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::App;
use clap::Subcommand;
use domain::fault::Result;
use domain::{Id, calls};

use crate::answer;
use crate::print::{bad_file, write};

/// A step of a handover.
#[derive(Subcommand)]
pub enum Step {
    /// Write what a receiver is offered to one HTML file that opens anywhere, and print the passphrase
    /// for it. Tell them by phone: who has both can read it.
    Package {
        /// The handover.
        id: Id,
        /// The partner.
        receiver: Id,
        /// The file.
        file: PathBuf,
        /// The team's language: nb, nn or en.
        #[arg(long, default_value = "nb")]
        locale: String,
    },
    /// Read the file in which a receiver's page saved their answers.
    Reply {
        /// The file.
        file: PathBuf,
    },
}

/// Takes the step.
pub async fn take(app: &App, step: Step) -> Result<ExitCode> {
    match step {
        Step::Package { id, receiver, file, locale } => {
            let package = package::pack(app, id, receiver, &locale).await?;
            write(&file, package.html.as_bytes())?;
            answer(&package.words)
        }
        Step::Reply { file } => {
            let text = std::fs::read(&file).map_err(|error| bad_file(&file, &error))?;
            let text = String::from_utf8_lossy(&text).into_owned();
            answer(&app.run(calls::ReadReply { text }).await?)
        }
    }
}

/// Says whether a package is whole, or what is wrong with it.
pub fn verify(file: &Path, words: &str) -> Result<ExitCode> {
    let content = std::fs::read(file).map_err(|error| bad_file(file, &error))?;
    match package::verify(&String::from_utf8_lossy(&content), words) {
        Ok(verified) => answer(&verified),
        Err(flaw) => {
            answer(&flaw)?;
            eprintln!("bomiljo: {flaw}");
            Ok(ExitCode::FAILURE)
        }
    }
}
