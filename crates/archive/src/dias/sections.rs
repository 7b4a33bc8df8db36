//! METS, as it stands in the package and in the file beside it.

use domain::fault::Result;
use serde::Serialize;

use crate::everything::{Everything, moment};
use crate::xml;

/// The profile of METS that DIAS follows.
const PROFILE: &str = "http://xml.ra.se/METS/RA_METS_eARD.xml";

/// A METS file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Mets {
    #[serde(rename = "@xmlns")]
    namespace: &'static str,
    #[serde(rename = "@xmlns:xlink")]
    links: &'static str,
    #[serde(rename = "@OBJID")]
    id: String,
    #[serde(rename = "@LABEL")]
    label: String,
    #[serde(rename = "@TYPE")]
    ty: &'static str,
    #[serde(rename = "@PROFILE")]
    profile: &'static str,
    #[serde(rename = "metsHdr")]
    header: Header,
    file_sec: FileSection,
    struct_map: Structure,
}

/// Who made it, for whom, and what the package is also known by.
#[derive(Serialize)]
pub struct Header {
    #[serde(rename = "@CREATEDATE")]
    created: String,
    agent: Vec<Agent>,
    #[serde(rename = "altRecordID")]
    known: Vec<Known>,
    #[serde(rename = "metsDocumentID")]
    name: &'static str,
}

/// What a package is also known by.
#[derive(Serialize)]
pub struct Known {
    #[serde(rename = "@TYPE")]
    ty: &'static str,
    #[serde(rename = "$text")]
    value: String,
}

/// Who had what to do with the package.
#[derive(Serialize)]
pub struct Agent {
    #[serde(rename = "@ROLE")]
    role: &'static str,
    #[serde(rename = "@OTHERROLE", skip_serializing_if = "Option::is_none")]
    other_role: Option<&'static str>,
    #[serde(rename = "@TYPE")]
    ty: &'static str,
    #[serde(rename = "@OTHERTYPE", skip_serializing_if = "Option::is_none")]
    other_type: Option<&'static str>,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'static str>,
}

#[derive(Serialize)]
struct FileSection {
    #[serde(rename = "fileGrp")]
    group: Group,
}

#[derive(Serialize)]
struct Group {
    #[serde(rename = "@ID")]
    id: &'static str,
    #[serde(rename = "@USE")]
    used: &'static str,
    file: Vec<Listed>,
}

/// A file as it is listed.
#[derive(Serialize)]
pub struct Listed {
    /// The id by which the rest of the list names it.
    #[serde(rename = "@ID")]
    pub id: String,
    /// Its media type.
    #[serde(rename = "@MIMETYPE")]
    pub media: &'static str,
    /// How many bytes it has.
    #[serde(rename = "@SIZE")]
    pub size: usize,
    /// When it was made.
    #[serde(rename = "@CREATED")]
    pub created: String,
    /// Its hash.
    #[serde(rename = "@CHECKSUM")]
    pub hash: String,
    /// What sort of hash.
    #[serde(rename = "@CHECKSUMTYPE")]
    pub hashed_by: &'static str,
    /// What it is for.
    #[serde(rename = "@USE")]
    pub used: &'static str,
    /// Where it is.
    #[serde(rename = "FLocat")]
    pub place: Place,
}

/// Where a file is, from the folder of the list.
#[derive(Serialize)]
pub struct Place {
    #[serde(rename = "@LOCTYPE")]
    ty: &'static str,
    #[serde(rename = "@xlink:type")]
    link: &'static str,
    #[serde(rename = "@xlink:href")]
    path: String,
}

#[derive(Serialize)]
struct Structure {
    #[serde(rename = "@LABEL")]
    label: &'static str,
    div: Division,
}

#[derive(Serialize)]
struct Division {
    #[serde(rename = "@LABEL")]
    label: &'static str,
    fptr: Vec<Pointer>,
}

#[derive(Serialize)]
struct Pointer {
    #[serde(rename = "@FILEID")]
    file: String,
}

impl Agent {
    /// An organisation in a role that METS knows.
    pub const fn organisation(role: &'static str, name: String) -> Self {
        let ty = "ORGANIZATION";
        Self { role, other_role: None, ty, other_type: None, name, note: None }
    }

    /// An organisation in another role.
    pub fn other(role: &'static str, name: String) -> Self {
        Self { other_role: Some(role), ..Self::organisation("OTHER", name) }
    }

    /// This program, in a role.
    pub fn program(role: &'static str) -> Self {
        Self {
            role,
            other_role: None,
            ty: "OTHER",
            other_type: Some("SOFTWARE"),
            name: "Bomiljø".to_owned(),
            note: Some(env!("CARGO_PKG_VERSION")),
        }
    }

    /// A person in a role.
    pub fn individual(role: &'static str, name: String) -> Self {
        Self { ty: "INDIVIDUAL", ..Self::organisation(role, name) }
    }
}

impl Place {
    /// Beside the list, or below its folder.
    pub fn at(path: &str) -> Self {
        Self { ty: "URL", link: "simple", path: format!("file:{path}") }
    }
}

impl Known {
    /// By a value of a type.
    pub const fn new(ty: &'static str, value: String) -> Self {
        Self { ty, value }
    }
}

impl Header {
    /// The header of the file of that name.
    pub fn new(all: &Everything, name: &'static str, agent: Vec<Agent>, known: Vec<Known>) -> Self {
        Self { created: moment(all.made), agent, known, name }
    }
}

/// The METS file that lists these files.
pub fn write(
    all: &Everything,
    namespace: &'static str,
    header: Header,
    file: Vec<Listed>,
) -> Result<String> {
    let fptr = file.iter().map(|it| Pointer { file: it.id.clone() }).collect();
    let div = Division { label: "Pakke", fptr };
    let mets = Mets {
        namespace,
        links: "http://www.w3.org/1999/xlink",
        id: format!("UUID:{}", all.id),
        label: xml::text(&all.site),
        ty: "SIP",
        profile: PROFILE,
        header,
        file_sec: FileSection { group: Group { id: "fgrp001", used: "FILES", file } },
        struct_map: Structure { label: "Filer", div },
    };
    xml::file("mets", &mets)
}
