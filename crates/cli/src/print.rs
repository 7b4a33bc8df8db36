//! Printing to files.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::App;
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use domain::fault::Result;
use domain::paper::Paper;
use domain::{Fault, Id};

/// What to print, and where to.
#[derive(Subcommand)]
pub enum What {
    /// An appointment for the resident to take along.
    Slip {
        /// The appointment.
        id: Id,
        /// The language that the resident reads, a BCP 47 tag.
        #[arg(long)]
        language: Option<String>,
        #[command(flatten)]
        to: To,
    },
    /// A referral as a letter.
    Letter {
        /// The referral.
        id: Id,
        /// Names residents in full rather than by their initials.
        #[arg(long)]
        names: bool,
        /// Writes their doors.
        #[arg(long)]
        doors: bool,
        /// How to reach the sender; a line to write it on without it.
        #[arg(long, default_value = "")]
        contact: String,
        #[command(flatten)]
        to: To,
    },
    /// The week's activities for the wall.
    WeekPlan {
        /// A day of the first week, such as 2026-11-30; this week's without it.
        #[arg(long)]
        from: Option<NaiveDate>,
        /// How many weeks, from one to four.
        #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=4))]
        weeks: u8,
        /// A language beside Norwegian, a BCP 47 tag.
        #[arg(long)]
        language: Option<String>,
        #[command(flatten)]
        to: To,
    },
    /// A month in figures, without names and small numbers.
    Report {
        /// A day of the month, such as 2026-11-01.
        month: NaiveDate,
        #[command(flatten)]
        to: To,
    },
    /// What a resident is told when the team leaves.
    Notice {
        /// The handover.
        id: Id,
        /// The resident.
        resident: Id,
        /// The language that the resident reads, a BCP 47 tag.
        #[arg(long)]
        language: Option<String>,
        #[command(flatten)]
        to: To,
    },
    /// A resident's summary.
    Summary {
        /// The handover.
        id: Id,
        /// The resident.
        resident: Id,
        #[command(flatten)]
        to: To,
    },
    /// A whole handover, with each resident's summary.
    Handover {
        /// The handover.
        id: Id,
        /// Only what this receiver has or is to have.
        #[arg(long)]
        receiver: Option<Id>,
        #[command(flatten)]
        to: To,
    },
    /// All of that: each resident's notice and summary, and the whole.
    All {
        /// The handover.
        id: Id,
        /// The folder to write them to. Its files are numbered, and name no person.
        folder: PathBuf,
    },
}

/// The file.
#[derive(Args)]
pub struct To {
    /// The file to write.
    file: PathBuf,
}

/// Prints to one file or to several.
pub async fn print(app: &App, what: What, locale: &str) -> Result<ExitCode> {
    let (paper, To { file }) = match what {
        What::Slip { id, language, to } => (Paper::Slip { id, language }, to),
        What::Letter { id, names, doors, contact, to } => {
            (Paper::Letter { id, names, doors, contact }, to)
        }
        What::WeekPlan { from, weeks, language, to } => {
            (Paper::WeekPlan { from, weeks, language }, to)
        }
        What::Report { month, to } => (Paper::Report { month }, to),
        What::Notice { id, resident, language, to } => {
            (Paper::Notice { id, resident, language }, to)
        }
        What::Summary { id, resident, to } => (Paper::Summary { id, resident }, to),
        What::Handover { id, receiver, to } => (Paper::Handover { id, receiver }, to),
        What::All { id, folder } => return print_all(app, id, &folder, locale).await,
    };
    write(&file, &paper::print(app, &paper, locale).await?)?;
    Ok(ExitCode::SUCCESS)
}

/// Prints all papers of a handover, and says how far it has come.
async fn print_all(app: &App, id: Id, folder: &Path, locale: &str) -> Result<ExitCode> {
    let papers = paper::of_handover(app, id).await?;
    std::fs::create_dir_all(folder).map_err(|error| bad_file(folder, &error))?;
    for (number, paper) in (1..).zip(&papers) {
        let name = format!("{number:03}-{}.pdf", paper.name());
        write(&folder.join(&name), &paper::print(app, paper, locale).await?)?;
        eprintln!("{number}/{}  {name}", papers.len());
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes a file.
pub fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(file, bytes).map_err(|error| bad_file(file, &error))
}

/// Why a file cannot be read or written.
pub fn bad_file(path: &Path, error: &std::io::Error) -> Fault {
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Fault::BadFile { file, detail: error.to_string() }
}
