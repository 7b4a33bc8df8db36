//! Paper: everything that Bomiljø prints, as PDF. It is read aloud rightly by a screen reader (PDF/UA-1), an
//! archive takes it (PDF/A-2a), and it needs neither a browser nor a network.
//!
//! [`print`] asks the core for what stands on the paper, lays it out as a [`sheet::Sheet`], and sets that.

mod desk;
mod documents;
mod language;
pub mod offer;
pub mod sheet;
mod typeset;

use app::App;
use domain::fault::Result;
use domain::paper::Paper;
use domain::{Id, calls};

pub use typeset::pdf;

use crate::desk::Desk;

/// Prints as PDF. `locale` is the team's language: nb, nn or en.
///
/// Fails where a record is missing or a language has no texts.
pub async fn print(app: &App, paper: &Paper, locale: &str) -> Result<Vec<u8>> {
    let desk = Desk::open(app, locale).await?;
    let sheet = match paper {
        Paper::Slip { id, language } => {
            documents::slip::sheet(&desk, *id, language.as_deref()).await
        }
        Paper::Letter { id, names, doors, contact } => {
            let choice = documents::letter::Choice { names: *names, doors: *doors, contact };
            documents::letter::sheet(&desk, *id, &choice).await
        }
        Paper::WeekPlan { from, weeks, language } => {
            documents::week_plan::sheet(&desk, *from, *weeks, language.as_deref()).await
        }
        Paper::Report { month } => documents::report::sheet(&desk, *month).await,
        Paper::Notice { id, resident, language } => {
            documents::notice::sheet(&desk, *id, *resident, language.as_deref()).await
        }
        Paper::Summary { id, resident } => documents::summary::sheet(&desk, *id, *resident).await,
        Paper::Handover { id, receiver } => documents::handover::sheet(&desk, *id, *receiver).await,
    };
    pdf(&sheet?, desk.now)
}

/// All papers of a handover: each resident's notice and summary, and the whole.
///
/// Fails where there is no such handover.
pub async fn of_handover(app: &App, id: Id) -> Result<Vec<Paper>> {
    let plan = app.run(calls::GetHandover { id }).await?;
    let residents = plan.residents.iter().map(|it| it.id);
    let own = residents.flat_map(|resident| {
        [Paper::Notice { id, resident, language: None }, Paper::Summary { id, resident }]
    });
    Ok(own.chain([Paper::Handover { id, receiver: None }]).collect())
}
