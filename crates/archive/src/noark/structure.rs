//! `arkivstruktur.xml`: a class for residents with a folder (*mappe*) for each, and a class for each kind of
//! record that concerns no resident.

use domain::fault::Result;
use domain::{Id, KINDS, Record, Resident};

use crate::everything::{Everything, Kept, moment};
use crate::noark::elements::{
    Archive, Class, Classes, Creator, Folder, MEDIUM, Part, Registration, Screened,
};
use crate::noark::places::{Places, folder_of, places};
use crate::noark::registration::registration;
use crate::papers::Paper;
use crate::xml;

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
