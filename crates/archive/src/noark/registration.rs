//! A record as a registration, with its documents; one that was deleted as destroyed.

use domain::Id;

use crate::everything::{Everything, Kept, moment, who};
use crate::noark::elements::{
    Destroyed, Disposal, Document, MEDIUM, Object, Reference, Registration,
};
use crate::noark::places::{folder_of, home};
use crate::papers::Paper;
use crate::xml;

/// The registration of a record.
pub fn registration(all: &Everything, record: &Kept, papers: &[Paper]) -> Registration {
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
    let others = all.concerned(record).into_iter().filter(|it| Some(*it) != here);
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
