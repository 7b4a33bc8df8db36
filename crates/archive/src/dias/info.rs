//! The file beside the TAR: who sends what to whom, and the hash by which the TAR is known.

use domain::fault::Result;

use crate::dias::sections::{self, Agent, Header, Known, Listed, Place};
use crate::everything::{Everything, moment};
use crate::xml;

/// The file.
pub fn write(all: &Everything, tar: &[u8]) -> Result<String> {
    let listed = Listed {
        id: "fileId_1".to_owned(),
        media: "application/x-tar",
        size: tar.len(),
        created: moment(all.made),
        hash: sealed::hash(tar),
        hashed_by: "SHA-256",
        used: "Datafile",
        place: Place::at(&format!("{}.tar", all.id)),
    };
    let header = Header::new(all, "info.xml", agents(all), known(all));
    sections::write(all, "http://www.loc.gov/METS/", header, vec![listed])
}

fn agents(all: &Everything) -> Vec<Agent> {
    let creator = || xml::text(&all.creator);
    let mut agents = vec![
        Agent::organisation("ARCHIVIST", creator()),
        Agent::program("ARCHIVIST"),
        Agent::organisation("CREATOR", creator()),
        Agent::other("PRODUCER", creator()),
        Agent::other("SUBMITTER", creator()),
    ];
    let depot = Some(xml::text(&all.depot)).filter(|it| !it.is_empty());
    agents.extend(depot.map(|it| Agent::organisation("PRESERVATION", it)));
    agents
}

fn known(all: &Everything) -> Vec<Known> {
    let day = |at| all.zone.day(at).to_string();
    vec![
        Known::new("SYSTEMTYPE", "Noark 5".to_owned()),
        Known::new("STARTDATE", day(all.begun())),
        Known::new("ENDDATE", day(all.made)),
    ]
}
