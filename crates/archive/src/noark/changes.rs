//! `endringslogg.xml`: each field that each change set, with its value before and after.
//!
//! The schema asks for at least one character in a value. Where there is none, before a field was first
//! filled in and after it was emptied, it holds a space.

use std::collections::BTreeMap;

use domain::Id;
use domain::fault::Result;
use serde::Serialize;

use crate::everything::{Everything, Kept, moment, who};
use crate::xml;

/// What stands for a deletion in place of a field's name.
const DELETED: &str = "kassert";

#[derive(Serialize)]
struct Log {
    #[serde(rename = "@xmlns")]
    namespace: &'static str,
    endring: Vec<Change>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change {
    referanse_arkivenhet: Id,
    referanse_metadata: String,
    endret_dato: String,
    endret_av: String,
    tidligere_verdi: String,
    ny_verdi: String,
}

/// The file.
pub fn write(all: &Everything) -> Result<String> {
    let namespace = "http://www.arkivverket.no/standarder/noark5/endringslogg";
    let mut endring: Vec<Change> = all.records.iter().flat_map(|it| changes(all, it)).collect();
    if endring.is_empty() {
        endring.push(begun(all));
    }
    xml::file("endringslogg", &Log { namespace, endring })
}

/// The schema asks for at least one change: a site that has recorded nothing was made.
fn begun(all: &Everything) -> Change {
    Change {
        referanse_arkivenhet: all.id,
        referanse_metadata: "tittel".to_owned(),
        endret_dato: moment(all.made),
        endret_av: xml::some(&all.by),
        tidligere_verdi: xml::some(""),
        ny_verdi: xml::some(&all.site),
    }
}

/// The changes of a record; of one that is deleted, that it was.
fn changes(all: &Everything, record: &Kept) -> Vec<Change> {
    let entry = record.entry();
    let kind = record.kind.name;
    if entry.deleted {
        return vec![Change {
            referanse_arkivenhet: entry.id,
            referanse_metadata: format!("{kind}.{DELETED}"),
            endret_dato: moment(entry.changed.at),
            endret_av: who(&entry.changed),
            tidligere_verdi: xml::some(""),
            ny_verdi: DELETED.to_owned(),
        }];
    }
    let mut values: BTreeMap<String, String> = BTreeMap::new();
    let mut changes = Vec::new();
    for step in &record.history {
        for (field, value) in record.changed(all, step) {
            let before = values.insert(field.clone(), value.clone()).unwrap_or_default();
            changes.push(Change {
                referanse_arkivenhet: entry.id,
                referanse_metadata: format!("{kind}.{field}"),
                endret_dato: moment(step.signed.at),
                endret_av: who(&step.signed),
                tidligere_verdi: xml::some(&before),
                ny_verdi: xml::some(&value),
            });
        }
    }
    changes
}
