//! Sending a handover to receivers who do not have the app, and reading what they answer.

use std::path::PathBuf;
use std::process::ExitCode;

use app::App;
use clap::Subcommand;
use domain::fault::Result;
use domain::{Id, calls};

use crate::carried::flawed;
use crate::print::{bad_file, write};
use crate::{answer, given};

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
    /// Write the whole of a handover, with its history, to one sealed file for a team that begins anew.
    Whole {
        /// The handover.
        id: Id,
        /// The file.
        file: PathBuf,
        /// The team's language: nb, nn or en.
        #[arg(long, default_value = "nb")]
        locale: String,
    },
    /// Take over what another site hands over: a whole, or a package for a receiver. A second time adds
    /// nothing. Prints what nobody had taken on.
    TakeOver {
        /// The file.
        file: PathBuf,
        /// The passphrase, or `-` for standard input.
        #[arg(long)]
        words: String,
    },
    /// List the devices that leave with a handover, how far each has come, and the archives.
    Devices {
        /// The handover.
        id: Id,
    },
    /// Empty this device: send everything, then destroy the key and all that is stored. Refused while something
    /// on it is nowhere else.
    Empty {
        /// The handover by which it leaves.
        id: Id,
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
        Step::Whole { id, file, locale } => {
            let whole = package::whole::seal(app, id, &locale).await?;
            write(&file, &whole.bytes)?;
            answer(&whole.words)
        }
        Step::TakeOver { file, words } => {
            let content = std::fs::read(&file).map_err(|error| bad_file(&file, &error))?;
            match package::whole::handed(&content, given(&words)?.trim()) {
                Ok(text) => answer(&app.run(calls::TakeOver { text }).await?),
                Err(flaw) => flawed(&flaw),
            }
        }
        Step::Devices { id } => answer(&app.run(calls::GetEmptying { handover: id }).await?),
        Step::Empty { id } => answer(&app.run(calls::EmptyDevice { handover: id }).await?),
        Step::Reply { file } => {
            let text = std::fs::read(&file).map_err(|error| bad_file(&file, &error))?;
            let text = String::from_utf8_lossy(&text).into_owned();
            answer(&app.run(calls::ReadReply { text }).await?)
        }
    }
}
