//! `bomiljo`: the app without a window. Every answer is JSON on standard output;
//! the exit code is 0 when it went well, 1 when it didn't, 2 for a wrong command line.

mod carried;
mod files;
mod handover;
mod out;
mod print;

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::App;
use clap::{CommandFactory, Parser, Subcommand};
use domain::fault::Result;
use domain::{Fault, calls};
use serde::Serialize;

/// Bomiljø without a window.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    /// The folder that holds this device's database and key.
    #[arg(long, env = "BOMILJO_HOME")]
    home: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Start a site on a server, with this device as its first.
    Init {
        /// The server's address.
        #[arg(long)]
        server: String,
        /// What people call the site.
        #[arg(long)]
        site: String,
        /// Your name.
        #[arg(long)]
        name: String,
    },
    /// Join a site with the code that a colleague's device shows.
    Join {
        /// The code, or `-` for standard input, where neither the process list nor the history has it.
        code: String,
        /// Your name, unless the code is for another device of yours.
        #[arg(long, default_value = "")]
        name: String,
    },
    /// Print the code that lets a colleague's device join. It lets its holder read the site.
    Invite {
        /// The name of the member whose other device it is for.
        #[arg(long)]
        member: Option<String>,
    },
    /// Make any call: `{"call": "search", "args": {"text": "oksana", "limit": 5}}`.
    Call {
        /// The call as JSON, or `-` for standard input.
        json: String,
    },
    /// Send and fetch everything once.
    Sync,
    /// Rebuild every record from the log and compare.
    Verify,
    /// Bring back what lies in a database that was set aside. Prints how many changes and unfinished
    /// forms that was, and how many pages could not be read.
    Salvage {
        /// The file, such as `bomiljo.damaged-1.db`; in the home, unless it is found from here.
        file: PathBuf,
    },
    /// Import tables of text or Excel workbooks, one kind a file: `unit.csv`, `visit.aisha.xlsx`.
    Import {
        /// The files; those that others point to first.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        #[command(flatten)]
        reading: files::Reading,
        /// Only say what would become of the rows.
        #[arg(long)]
        preview: bool,
        /// Move all dates by so many weeks.
        #[arg(long, default_value_t = 0, allow_hyphen_values = true)]
        weeks: i32,
        /// Move all dates by whole weeks, so that the last conversation falls in the last seven days.
        #[arg(long, conflicts_with = "weeks")]
        this_week: bool,
    },
    /// Export all records of a kind to a file that is named for it: `resident.xlsx`, `activity.ics`.
    Export {
        /// The file, ending in .csv, .xlsx, .json or .ics.
        file: PathBuf,
        /// What it holds, whatever its name.
        #[arg(long)]
        kind: Option<String>,
        /// The language of headings and choices: nb, nn or en.
        #[arg(long, default_value = "nb")]
        locale: String,
    },
    /// Print to a PDF file, in the team's language and, where residents read it, in theirs.
    Print {
        /// What to print.
        #[command(subcommand)]
        paper: print::What,
        /// The team's language: nb, nn or en.
        #[arg(long, default_value = "nb", global = true)]
        locale: String,
    },
    /// Say whether a file that was carried away is whole: a package, the whole of a handover, an archive or a
    /// copy of a site. Takes the file and the passphrase, and no device.
    VerifyPackage {
        /// The file.
        file: PathBuf,
        /// The passphrase, or `-` for standard input. An archive that is not sealed needs none.
        #[arg(long, default_value = "")]
        words: String,
    },
    /// Write the archive that a depot takes over (Noark 5, ADDML and DIAS), sealed for the way, and print the
    /// passphrase for it.
    Archive {
        #[command(flatten)]
        order: carried::Order,
    },
    /// Copy the whole site with its history to one sealed file, or restore it.
    Site {
        /// What to do.
        #[command(subcommand)]
        step: carried::Copy,
    },
    /// Send a handover to receivers who do not have the app, and read what they answer.
    Handover {
        /// What to do.
        #[command(subcommand)]
        step: handover::Step,
    },
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&Fault::Storage { detail: error.to_string() }),
    };
    match runtime.block_on(run(cli)) {
        Ok(code) => code,
        Err(fault) => fail(&fault),
    }
}

async fn run(cli: Cli) -> Result<ExitCode> {
    if let Command::VerifyPackage { file, words } = &cli.command {
        return carried::verify(file, given(words)?.trim());
    }
    let Some(home) = cli.home else { missing("--home <HOME> or BOMILJO_HOME") };
    let app = App::open(&home)?;
    let done = carry_out(&app, &home, cli.command).await;
    out::salvaged(app.salvaged().as_ref());
    done
}

/// Ends with a wrong command line.
fn missing(what: &str) -> ! {
    let kind = clap::error::ErrorKind::MissingRequiredArgument;
    Cli::command().error(kind, format!("{what} is needed")).exit()
}

async fn carry_out(app: &App, home: &Path, command: Command) -> Result<ExitCode> {
    match command {
        Command::Init { server, site, name } => {
            answer(&app.run(calls::Found { server, site, name }).await?)
        }
        Command::Join { code, name } => {
            answer(&app.run(calls::Join { code: given(&code)?, name }).await?)
        }
        Command::Invite { member } => invite(app, member).await,
        Command::Call { json } => call(app, &json).await,
        Command::Sync => {
            app.sync_once().await?;
            answer(&app.run(calls::GetStatus {}).await?)
        }
        Command::Verify => {
            let verified = app.run(calls::Verify {}).await?;
            answer(&verified)?;
            Ok(if verified.is_sound() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Command::Salvage { file } => {
            let file = if file.exists() { file } else { home.join(file) };
            answer(&app.salvage(&file).await?)
        }
        Command::Import { files, reading, preview, weeks, this_week } => {
            let clock = app.run(calls::GetClock {}).await?;
            let tables = files::read(&files, &reading, &clock)?;
            let weeks = if this_week { files::weeks_until_now(&tables, &clock) } else { weeks };
            files::import(app, tables, (weeks, &clock), preview).await
        }
        Command::Export { file, kind, locale } => files::export(app, &file, kind, &locale).await,
        Command::Archive { order } => carried::make(app, order).await,
        Command::Site { step } => carried::copy(app, step).await,
        Command::Handover { step } => handover::take(app, step).await,
        // Done before a device was opened.
        Command::VerifyPackage { .. } => Ok(ExitCode::SUCCESS),
        Command::Print { paper, locale } => print::print(app, paper, &locale).await,
    }
}

async fn invite(app: &App, name: Option<String>) -> Result<ExitCode> {
    let team = app.run(calls::GetStatus {}).await?.team;
    let named = |name: String| team.iter().find(|it| it.name == name).ok_or(Fault::NotFound);
    let member = name.map(named).transpose()?.map(|it| it.id);
    out::line(app.run(calls::Invite { member }).await?.code)?;
    Ok(ExitCode::SUCCESS)
}

/// What was given on the command line, or on standard input.
fn given(argument: &str) -> Result<String> {
    if argument != "-" {
        return Ok(argument.to_owned());
    }
    let mut text = String::new();
    let read = std::io::stdin().read_to_string(&mut text);
    read.map_err(|error| Fault::BadCall { detail: error.to_string() })?;
    Ok(text)
}

async fn call(app: &App, json: &str) -> Result<ExitCode> {
    let bad = |error: serde_json::Error| Fault::BadCall { detail: error.to_string() };
    let request = calls::Request::from_json(&given(json)?).map_err(bad)?;
    let reply = app.call(request).await?;
    answer(&serde_json::from_str::<serde_json::Value>(&reply).map_err(bad)?)
}

fn answer(reply: &impl Serialize) -> Result<ExitCode> {
    let text = serde_json::to_string_pretty(reply)
        .map_err(|error| Fault::BadCall { detail: error.to_string() })?;
    out::line(text)?;
    Ok(ExitCode::SUCCESS)
}

fn fail(fault: &Fault) -> ExitCode {
    // It went wrong already; if that can't be said either, the exit code says it.
    let _ = out::line(serde_json::to_string(fault).unwrap_or_default());
    let _ = writeln!(std::io::stderr(), "bomiljo: {fault}");
    ExitCode::FAILURE
}
