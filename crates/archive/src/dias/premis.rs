//! What was done with the package and its files: `log.xml` for the whole, `dias-premis.xml` for each file.
#![expect(clippy::struct_field_names, reason = "the names are the schema's")]

use domain::fault::Result;
use serde::Serialize;

use crate::everything::{Everything, moment};
use crate::files::{File, Files};
use crate::xml;

/// How this program names things in PREMIS.
const SCHEME: &str = "NO/RA";

#[derive(Serialize)]
struct Premis {
    #[serde(rename = "@xmlns")]
    namespace: &'static str,
    #[serde(rename = "@xmlns:xsi")]
    schemas: &'static str,
    #[serde(rename = "@version")]
    version: &'static str,
    object: Vec<Object>,
    event: Event,
    agent: Agent,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Object {
    #[serde(rename = "@xsi:type")]
    ty: &'static str,
    object_identifier: ObjectId,
    #[serde(skip_serializing_if = "Option::is_none")]
    object_characteristics: Option<Characteristics>,
    original_name: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ObjectId {
    object_identifier_type: &'static str,
    object_identifier_value: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Characteristics {
    composition_level: u8,
    fixity: Fixity,
    size: usize,
    format: Format,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fixity {
    message_digest_algorithm: &'static str,
    message_digest: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Format {
    format_designation: Designation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Designation {
    format_name: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Event {
    event_identifier: EventId,
    event_type: &'static str,
    event_date_time: String,
    event_detail: &'static str,
    linking_agent_identifier: AgentLink,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct EventId {
    event_identifier_type: &'static str,
    event_identifier_value: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AgentLink {
    linking_agent_identifier_type: &'static str,
    linking_agent_identifier_value: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Agent {
    agent_identifier: AgentId,
    agent_name: &'static str,
    agent_type: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AgentId {
    agent_identifier_type: &'static str,
    agent_identifier_value: &'static str,
}

/// Adds both to the files. All that they tell of have been added before.
pub fn add(all: &Everything, files: &mut Files) -> Result<()> {
    let objects = files.iter().map(|it| of_file(all, it)).collect();
    let of_files = premis(all, "filer", objects)?;
    let whole = Object {
        ty: "representation",
        object_identifier: object_id(all.id.to_string()),
        object_characteristics: None,
        original_name: all.id.to_string(),
    };
    let of_whole = premis(all, "pakke", vec![whole])?;
    files.add("administrative_metadata/dias-premis.xml", of_files.into());
    files.add("log.xml", of_whole.into());
    Ok(())
}

fn premis(all: &Everything, what: &str, object: Vec<Object>) -> Result<String> {
    let event = Event {
        event_identifier: EventId {
            event_identifier_type: SCHEME,
            event_identifier_value: all.id_of(&format!("hendelse {what}")).to_string(),
        },
        event_type: "Creation",
        event_date_time: moment(all.made),
        event_detail: "Uttrekk fra Bomiljø",
        linking_agent_identifier: AgentLink {
            linking_agent_identifier_type: SCHEME,
            linking_agent_identifier_value: "Bomiljø",
        },
    };
    let agent = Agent {
        agent_identifier: AgentId {
            agent_identifier_type: SCHEME,
            agent_identifier_value: "Bomiljø",
        },
        agent_name: "Bomiljø",
        agent_type: "software",
    };
    let premis = Premis {
        namespace: "http://arkivverket.no/standarder/PREMIS",
        schemas: "http://www.w3.org/2001/XMLSchema-instance",
        version: "2.0",
        object,
        event,
        agent,
    };
    xml::file("premis", &premis)
}

fn of_file(all: &Everything, file: &File) -> Object {
    let characteristics = Characteristics {
        composition_level: 0,
        fixity: Fixity { message_digest_algorithm: "SHA-256", message_digest: file.hash.clone() },
        size: file.bytes.len(),
        format: Format { format_designation: Designation { format_name: format(file) } },
    };
    Object {
        ty: "file",
        object_identifier: object_id(format!("{}/{}", all.id, file.path)),
        object_characteristics: Some(characteristics),
        original_name: file.path.clone(),
    }
}

const fn object_id(value: String) -> ObjectId {
    ObjectId { object_identifier_type: SCHEME, object_identifier_value: value }
}

fn format(file: &File) -> &'static str {
    match file.ending() {
        "pdf" => "PDF/A-2a",
        "xml" => "XML",
        _ => "CSV",
    }
}
