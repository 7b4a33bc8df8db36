//! `arkivstruktur.xml`: a class for residents with a folder (*mappe*) for each, and a class for each kind of
//! record that concerns no resident.

use std::collections::BTreeMap;

use domain::fault::Result;
use domain::{Id, KINDS, Record, Resident};
use serde::Serialize;

use crate::everything::{Everything, Kept, moment, who};
use crate::papers::Paper;
use crate::xml;

const MEDIUM: &str = "Elektronisk arkiv";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Archive {
    #[serde(rename = "@xmlns")]
    namespace: &'static str,
    #[serde(rename = "systemID")]
    id: Id,
    tittel: String,
    arkivstatus: &'static str,
    dokumentmedium: &'static str,
    opprettet_dato: String,
    opprettet_av: String,
    avsluttet_dato: String,
    avsluttet_av: String,
    arkivskaper: Creator,
    arkivdel: Part,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Creator {
    #[serde(rename = "arkivskaperID")]
    id: String,
    arkivskaper_navn: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Part {
    #[serde(rename = "systemID")]
    id: Id,
    tittel: String,
    arkivdelstatus: &'static str,
    dokumentmedium: &'static str,
    opprettet_dato: String,
    opprettet_av: String,
    avsluttet_dato: String,
    avsluttet_av: String,
    arkivperiode_start_dato: String,
    arkivperiode_slutt_dato: String,
    skjerming: Screened,
    klassifikasjonssystem: Classes,
}

/// That nobody but who may know reads it: it is all about people who got help.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Screened {
    tilgangsrestriksjon: &'static str,
    skjermingshjemmel: &'static str,
    skjerming_metadata: Vec<&'static str>,
    skjerming_dokument: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Classes {
    #[serde(rename = "systemID")]
    id: Id,
    klassifikasjonstype: &'static str,
    tittel: &'static str,
    opprettet_dato: String,
    opprettet_av: String,
    klasse: Vec<Class>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Class {
    #[serde(rename = "systemID")]
    id: Id,
    #[serde(rename = "klasseID")]
    name: String,
    tittel: String,
    opprettet_dato: String,
    opprettet_av: String,
    mappe: Vec<Folder>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Folder {
    #[serde(rename = "systemID")]
    id: Id,
    #[serde(rename = "mappeID")]
    number: String,
    tittel: String,
    dokumentmedium: &'static str,
    opprettet_dato: String,
    opprettet_av: String,
    avsluttet_dato: String,
    avsluttet_av: String,
    registrering: Vec<Registration>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Registration {
    #[serde(rename = "systemID")]
    id: Id,
    opprettet_dato: String,
    opprettet_av: String,
    arkivert_dato: String,
    arkivert_av: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    kassasjon: Option<Disposal>,
    dokumentbeskrivelse: Vec<Document>,
    tittel: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    beskrivelse: Option<String>,
    dokumentmedium: &'static str,
    kryssreferanse: Vec<Reference>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Disposal {
    kassasjonsvedtak: &'static str,
    bevaringstid: u8,
    kassasjonsdato: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Reference {
    #[serde(rename = "referanseTilMappe")]
    folder: Id,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document {
    #[serde(rename = "systemID")]
    id: Id,
    dokumenttype: &'static str,
    dokumentstatus: &'static str,
    tittel: String,
    opprettet_dato: String,
    opprettet_av: String,
    dokumentmedium: &'static str,
    tilknyttet_registrering_som: &'static str,
    dokumentnummer: usize,
    tilknyttet_dato: String,
    tilknyttet_av: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    utfoert_kassasjon: Option<Destroyed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dokumentobjekt: Option<Object>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Destroyed {
    kassert_dato: String,
    kassert_av: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Object {
    #[serde(rename = "systemID")]
    id: Id,
    versjonsnummer: u8,
    variantformat: &'static str,
    format: &'static str,
    format_detaljer: &'static str,
    opprettet_dato: String,
    opprettet_av: String,
    referanse_dokumentfil: String,
    sjekksum: String,
    sjekksum_algoritme: &'static str,
    filstoerrelse: usize,
}

/// The file.
pub fn write(all: &Everything, papers: &[Paper]) -> Result<String> {
    let (begun, made, by) = (moment(all.begun()), moment(all.made), xml::some(&all.by));
    let site = xml::some(&all.site);
    let day = |at: chrono::DateTime<chrono::Utc>| all.zone.day(at).to_string();
    let arkivdel = Part {
        id: all.id_of("arkivdel"),
        tittel: site.clone(),
        arkivdelstatus: "Avsluttet periode",
        dokumentmedium: MEDIUM,
        opprettet_dato: begun.clone(),
        opprettet_av: by.clone(),
        avsluttet_dato: made.clone(),
        avsluttet_av: by.clone(),
        arkivperiode_start_dato: day(all.begun()),
        arkivperiode_slutt_dato: day(all.made),
        skjerming: screened(),
        klassifikasjonssystem: classes(all, papers),
    };
    let archive = Archive {
        namespace: "http://www.arkivverket.no/standarder/noark5/arkivstruktur",
        id: all.id,
        tittel: format!("Bomiljø, {site}"),
        arkivstatus: "Avsluttet",
        dokumentmedium: MEDIUM,
        opprettet_dato: begun,
        opprettet_av: by.clone(),
        avsluttet_dato: made,
        avsluttet_av: by,
        arkivskaper: Creator {
            id: all.id_of("arkivskaper").to_string(),
            arkivskaper_navn: xml::some(&all.creator),
        },
        arkivdel,
    };
    xml::file("arkiv", &archive)
}

fn screened() -> Screened {
    Screened {
        tilgangsrestriksjon: "Unntatt offentlighet",
        skjermingshjemmel: "Offentleglova § 13, jf. forvaltningsloven § 13",
        skjerming_metadata: vec!["Tittel mappe", "Tittel registrering", "Tittel dokument"],
        skjerming_dokument: "Skjerming av hele dokumentet",
    }
}

/// The records by the folder in which they stand: a resident's, or one of their kind.
type Places<'a> = BTreeMap<(Option<Id>, &'a str), Vec<&'a Kept>>;

fn places(all: &Everything) -> Places<'_> {
    let mut places = Places::new();
    for record in &all.records {
        let home = home(all, record);
        let kind = if home.is_some() { "" } else { record.kind.name };
        places.entry((home, kind)).or_default().push(record);
    }
    places
}

fn classes(all: &Everything, papers: &[Paper]) -> Classes {
    let places = places(all);
    let mut numbers = 1..;
    let mut number = || numbers.next().map(|it: usize| it.to_string()).unwrap_or_default();
    let residents: Vec<_> =
        all.residents().map(|it| of_resident(all, it, &places, papers, number())).collect();
    let mut classes = Vec::new();
    if !residents.is_empty() {
        let title = all.label(Resident::KIND, "").to_owned();
        classes.push(class(all, ("beboere", title), residents));
    }
    for kind in KINDS {
        let folder = of_kind(all, kind.name, &places, papers, number());
        if let Some(folder) = folder {
            classes.push(class(all, (kind.name, folder.tittel.clone()), vec![folder]));
        }
    }
    // The schema asks for at least one class.
    if classes.is_empty() {
        classes.push(class(all, ("beboere", "Beboere".to_owned()), Vec::new()));
    }
    Classes {
        id: all.id_of("klassifikasjonssystem"),
        klassifikasjonstype: "Emnebasert",
        tittel: "Hva opplysningene gjelder",
        opprettet_dato: moment(all.begun()),
        opprettet_av: xml::some(&all.by),
        klasse: classes,
    }
}

fn class(all: &Everything, (name, title): (&str, String), mappe: Vec<Folder>) -> Class {
    Class {
        id: all.id_of(&format!("klasse {name}")),
        name: name.to_owned(),
        tittel: title,
        opprettet_dato: moment(all.begun()),
        opprettet_av: xml::some(&all.by),
        mappe,
    }
}

/// A resident's folder: what concerns them first of all, and their papers.
fn of_resident(
    all: &Everything,
    resident: &Kept,
    places: &Places,
    papers: &[Paper],
    number: String,
) -> Folder {
    let id = resident.entry().id;
    let theirs = places.get(&(Some(id), "")).into_iter().flatten();
    let registrering = theirs.map(|it| registration(all, it, papers)).collect();
    folder(all, (folder_of(all, id), number), xml::some(resident.title()), registrering)
}

/// The folder of the records of a kind that concern no resident; none if there are none.
fn of_kind(
    all: &Everything,
    kind: &str,
    places: &Places,
    papers: &[Paper],
    number: String,
) -> Option<Folder> {
    let theirs = places.get(&(None, kind)).into_iter().flatten();
    let registrering: Vec<_> = theirs.map(|it| registration(all, it, papers)).collect();
    let title = all.label(kind, "").to_owned();
    let id = all.id_of(&format!("mappe {kind}"));
    (!registrering.is_empty()).then(|| folder(all, (id, number), title, registrering))
}

fn folder(
    all: &Everything,
    (id, number): (Id, String),
    tittel: String,
    registrering: Vec<Registration>,
) -> Folder {
    let first = registrering.iter().map(|it| it.opprettet_dato.clone()).min();
    Folder {
        id,
        number,
        tittel,
        dokumentmedium: MEDIUM,
        opprettet_dato: first.unwrap_or_else(|| moment(all.begun())),
        opprettet_av: xml::some(&all.by),
        avsluttet_dato: moment(all.made),
        avsluttet_av: xml::some(&all.by),
        registrering,
    }
}

fn folder_of(all: &Everything, resident: Id) -> Id {
    all.id_of(&format!("mappe {resident}"))
}

/// The resident in whose folder a record stands: its own, or the first whom it concerns.
fn home(all: &Everything, record: &Kept) -> Option<Id> {
    let here = |id: &Id| all.has_resident(*id);
    match record.kind.name {
        Resident::KIND => Some(record.entry().id).filter(here),
        _ if record.entry().deleted => None,
        _ => record.residents().into_iter().find(here),
    }
}

fn registration(all: &Everything, record: &Kept, papers: &[Paper]) -> Registration {
    let entry = record.entry();
    let kind = all.label(record.kind.name, "");
    let registration = Registration {
        id: entry.id,
        opprettet_dato: moment(entry.made.at),
        opprettet_av: who(&entry.made),
        arkivert_dato: moment(entry.changed.at),
        arkivert_av: who(&entry.changed),
        kassasjon: None,
        dokumentbeskrivelse: Vec::new(),
        tittel: kind.to_owned(),
        beskrivelse: None,
        dokumentmedium: MEDIUM,
        kryssreferanse: Vec::new(),
    };
    if entry.deleted {
        let kassasjon = Disposal {
            kassasjonsvedtak: "Kasseres",
            bevaringstid: 0,
            kassasjonsdato: all.zone.day(entry.changed.at).to_string(),
        };
        let dokumentbeskrivelse = vec![destroyed(all, record)];
        return Registration { kassasjon: Some(kassasjon), dokumentbeskrivelse, ..registration };
    }
    let here = home(all, record);
    let others = record.residents().into_iter().filter(|it| Some(*it) != here);
    let others = others.filter(|id| all.has_resident(*id));
    let theirs = papers.iter().filter(|it| it.of == entry.id).enumerate();
    let title = record.title();
    Registration {
        tittel: xml::some(&if title.is_empty() {
            kind.to_owned()
        } else {
            format!("{kind}: {title}")
        }),
        beskrivelse: Some(described(all, record)).filter(|it| !it.is_empty()),
        dokumentbeskrivelse: theirs.map(|(at, it)| document(all, it, at + 1)).collect(),
        kryssreferanse: others.map(|it| Reference { folder: folder_of(all, it) }).collect(),
        ..registration
    }
}

/// All that is in a record, a line for each field.
fn described(all: &Everything, record: &Kept) -> String {
    let words = record.words(all).into_iter().map(|[label, word]| format!("{label}: {word}"));
    xml::text(&words.collect::<Vec<_>>().join("\n"))
}

/// What was deleted. What it said is gone.
fn destroyed(all: &Everything, record: &Kept) -> Document {
    let entry = record.entry();
    let by = who(&entry.changed);
    Document {
        utfoert_kassasjon: Some(Destroyed {
            kassert_dato: moment(entry.changed.at),
            kassert_av: by,
        }),
        ..plain(all, (entry.id, 1), all.label(record.kind.name, "").to_owned())
    }
}

fn document(all: &Everything, paper: &Paper, number: usize) -> Document {
    let object = Object {
        id: all.id_of(&format!("dokumentobjekt {}", paper.path)),
        versjonsnummer: 1,
        variantformat: "Arkivformat",
        format: "fmt/479",
        format_detaljer: "PDF/A-2a",
        opprettet_dato: moment(all.made),
        opprettet_av: xml::some(&all.by),
        referanse_dokumentfil: paper.path.clone(),
        sjekksum: paper.hash.clone(),
        sjekksum_algoritme: "SHA-256",
        filstoerrelse: paper.size,
    };
    let title = xml::some(&paper.title);
    Document { dokumentobjekt: Some(object), ..plain(all, (paper.of, number), title) }
}

fn plain(all: &Everything, (of, number): (Id, usize), tittel: String) -> Document {
    let (made, by) = (moment(all.made), xml::some(&all.by));
    Document {
        id: all.id_of(&format!("dokumentbeskrivelse {of} {number}")),
        dokumenttype: "Dokument",
        dokumentstatus: "Dokumentet er ferdigstilt",
        tittel,
        opprettet_dato: made.clone(),
        opprettet_av: by.clone(),
        dokumentmedium: MEDIUM,
        tilknyttet_registrering_som: "Hoveddokument",
        dokumentnummer: number,
        tilknyttet_dato: made,
        tilknyttet_av: by,
        utfoert_kassasjon: None,
        dokumentobjekt: None,
    }
}
