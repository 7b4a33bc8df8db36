//! The elements of `arkivstruktur.xml`, with their fields in the order of the schema.

use domain::Id;
use serde::Serialize;

/// What the records are stored on.
pub const MEDIUM: &str = "Elektronisk arkiv";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Archive {
    #[serde(rename = "@xmlns")]
    pub namespace: &'static str,
    #[serde(rename = "systemID")]
    pub id: Id,
    pub tittel: String,
    pub arkivstatus: &'static str,
    pub dokumentmedium: &'static str,
    pub opprettet_dato: String,
    pub opprettet_av: String,
    pub avsluttet_dato: String,
    pub avsluttet_av: String,
    pub arkivskaper: Creator,
    pub arkivdel: Part,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Creator {
    #[serde(rename = "arkivskaperID")]
    pub id: String,
    pub arkivskaper_navn: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Part {
    #[serde(rename = "systemID")]
    pub id: Id,
    pub tittel: String,
    pub arkivdelstatus: &'static str,
    pub dokumentmedium: &'static str,
    pub opprettet_dato: String,
    pub opprettet_av: String,
    pub avsluttet_dato: String,
    pub avsluttet_av: String,
    pub arkivperiode_start_dato: String,
    pub arkivperiode_slutt_dato: String,
    pub skjerming: Screened,
    pub klassifikasjonssystem: Classes,
}

/// The screening of everything: it is all about people who got help, so the law restricts who reads it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Screened {
    pub tilgangsrestriksjon: &'static str,
    pub skjermingshjemmel: &'static str,
    pub skjerming_metadata: Vec<&'static str>,
    pub skjerming_dokument: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Classes {
    #[serde(rename = "systemID")]
    pub id: Id,
    pub klassifikasjonstype: &'static str,
    pub tittel: &'static str,
    pub opprettet_dato: String,
    pub opprettet_av: String,
    pub klasse: Vec<Class>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Class {
    #[serde(rename = "systemID")]
    pub id: Id,
    #[serde(rename = "klasseID")]
    pub name: String,
    pub tittel: String,
    pub opprettet_dato: String,
    pub opprettet_av: String,
    pub mappe: Vec<Folder>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Folder {
    #[serde(rename = "systemID")]
    pub id: Id,
    #[serde(rename = "mappeID")]
    pub number: String,
    pub tittel: String,
    pub dokumentmedium: &'static str,
    pub opprettet_dato: String,
    pub opprettet_av: String,
    pub avsluttet_dato: String,
    pub avsluttet_av: String,
    pub registrering: Vec<Registration>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Registration {
    #[serde(rename = "systemID")]
    pub id: Id,
    pub opprettet_dato: String,
    pub opprettet_av: String,
    pub arkivert_dato: String,
    pub arkivert_av: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kassasjon: Option<Disposal>,
    pub dokumentbeskrivelse: Vec<Document>,
    pub tittel: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beskrivelse: Option<String>,
    pub dokumentmedium: &'static str,
    pub kryssreferanse: Vec<Reference>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Disposal {
    pub kassasjonsvedtak: &'static str,
    pub bevaringstid: u8,
    pub kassasjonsdato: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reference {
    #[serde(rename = "referanseTilMappe")]
    pub folder: Id,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Document {
    #[serde(rename = "systemID")]
    pub id: Id,
    pub dokumenttype: &'static str,
    pub dokumentstatus: &'static str,
    pub tittel: String,
    pub opprettet_dato: String,
    pub opprettet_av: String,
    pub dokumentmedium: &'static str,
    pub tilknyttet_registrering_som: &'static str,
    pub dokumentnummer: usize,
    pub tilknyttet_dato: String,
    pub tilknyttet_av: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub utfoert_kassasjon: Option<Destroyed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dokumentobjekt: Option<Object>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Destroyed {
    pub kassert_dato: String,
    pub kassert_av: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Object {
    #[serde(rename = "systemID")]
    pub id: Id,
    pub versjonsnummer: u8,
    pub variantformat: &'static str,
    pub format: &'static str,
    pub format_detaljer: &'static str,
    pub opprettet_dato: String,
    pub opprettet_av: String,
    pub referanse_dokumentfil: String,
    pub sjekksum: String,
    pub sjekksum_algoritme: &'static str,
    pub filstoerrelse: usize,
}
