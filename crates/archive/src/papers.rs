//! The documents of an archive: each resident's journal, and of each handover the whole, the notices and the
//! summaries.

use app::App;
use domain::fault::Result;
use domain::{Handover, Id, Record, calls, paper};

use crate::everything::Everything;
use crate::files::Files;
use crate::{Progress, journal};

/// Where the documents stand, below `content`.
const FOLDER: &str = "dokumenter";

/// A document.
pub struct Paper {
    /// The record that it belongs to.
    pub of: Id,
    /// What it is.
    pub title: String,
    /// Where its file stands, below `content`.
    pub path: String,
    /// The SHA-256 of the file.
    pub hash: String,
    /// How many bytes it has.
    pub size: usize,
}

/// What is printed.
enum Printed {
    Journal(Id),
    Paper(paper::Paper),
}

/// Adds the documents to the files.
pub async fn add(
    app: &App,
    all: &Everything,
    files: &mut Files,
    told: &mut Progress<'_>,
) -> Result<Vec<Paper>> {
    let wanted = wanted(app, all).await?;
    let mut papers = Vec::new();
    for (at, (of, title, printed)) in wanted.iter().enumerate() {
        let bytes = match printed {
            Printed::Journal(resident) => journal::print(all, *resident)?,
            Printed::Paper(paper) => ::paper::print(app, paper, &all.locale).await?,
        };
        let path = format!("{FOLDER}/{:05}.pdf", at + 1);
        let size = bytes.len();
        files.add(format!("content/{path}"), bytes);
        let hash = files.last().map(|it| it.hash.clone()).unwrap_or_default();
        papers.push(Paper { of: *of, title: title.clone(), path, hash, size });
        told(at + 1, wanted.len());
    }
    Ok(papers)
}

/// Each document with the record that it belongs to, and what it is.
async fn wanted(app: &App, all: &Everything) -> Result<Vec<(Id, String, Printed)>> {
    let mut wanted = Vec::new();
    for resident in all.residents() {
        let id = resident.entry().id;
        wanted.push((id, "Journal".to_owned(), Printed::Journal(id)));
    }
    for handover in all.kept().filter(|it| it.kind.name == Handover::KIND) {
        let id = handover.entry().id;
        let plan = app.run(calls::GetHandover { id }).await?;
        for one in ::paper::of_handover(app, id).await? {
            let about = match one {
                paper::Paper::Summary { resident, .. } => {
                    let summarised = plan.residents.iter().find(|it| it.id == resident);
                    summarised.filter(|it| it.summarised).map(|it| it.summary)
                }
                paper::Paper::Notice { resident, .. } => Some(resident),
                _ => Some(id),
            };
            // A resident without a summary has no paper that says so.
            let Some(about) = about else { continue };
            wanted.push((about, title(&one).to_owned(), Printed::Paper(one)));
        }
    }
    Ok(wanted)
}

const fn title(paper: &paper::Paper) -> &'static str {
    match paper {
        paper::Paper::Summary { .. } => "Oppsummering",
        paper::Paper::Notice { .. } => "Beskjed til beboeren",
        _ => "Overlevering",
    }
}
