//! `dias-mets.xml`: every file of the package with its hash.

use domain::fault::Result;

use crate::dias::sections::{self, Agent, Header, Listed, Place};
use crate::everything::{Everything, moment};
use crate::files::{File, Files};
use crate::xml;

/// Its name.
pub const NAME: &str = "dias-mets.xml";

/// The file. All the others have been added before.
pub fn write(all: &Everything, files: &Files) -> Result<String> {
    let listed = files.iter().enumerate().map(|(at, it)| listed(all, it, at)).collect();
    let header = Header::new(all, NAME, agents(all), Vec::new());
    sections::write(all, "http://arkivverket.no/standarder/METS", header, listed)
}

fn agents(all: &Everything) -> Vec<Agent> {
    let creator = || xml::text(&all.creator);
    let mut agents = vec![
        Agent::organisation("ARCHIVIST", creator()),
        Agent::program("ARCHIVIST"),
        Agent::organisation("CREATOR", creator()),
        Agent::individual("CREATOR", xml::text(&all.by)),
        Agent::other("PRODUCER", creator()),
        Agent::other("SUBMITTER", creator()),
        Agent::organisation("IPOWNER", creator()),
    ];
    let depot = Some(xml::text(&all.depot)).filter(|it| !it.is_empty());
    agents.extend(depot.map(|it| Agent::organisation("PRESERVATION", it)));
    agents
}

fn listed(all: &Everything, file: &File, at: usize) -> Listed {
    Listed {
        id: format!("fileId_{}", at + 1),
        media: file.media(),
        size: file.bytes.len(),
        created: moment(all.made),
        hash: file.hash.clone(),
        hashed_by: "SHA-256",
        used: "Datafile",
        place: Place::at(&file.path),
    }
}
