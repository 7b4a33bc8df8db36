//! Where each record stands.

use std::collections::BTreeMap;

use domain::{Id, Record, Resident};

use crate::everything::{Everything, Kept};

/// The records by the folder in which they stand: a resident's, or one of their kind.
pub type Places<'a> = BTreeMap<(Option<Id>, &'a str), Vec<&'a Kept>>;

/// The records by where they stand.
pub fn places(all: &Everything) -> Places<'_> {
    let mut places = Places::new();
    for record in &all.records {
        let home = home(all, record);
        let kind = if home.is_some() { "" } else { record.kind.name };
        places.entry((home, kind)).or_default().push(record);
    }
    places
}

/// The id of a resident's folder.
pub fn folder_of(all: &Everything, resident: Id) -> Id {
    all.id_of(&format!("mappe {resident}"))
}

/// The resident in whose folder a record stands: its own, or the first whom it concerns.
pub fn home(all: &Everything, record: &Kept) -> Option<Id> {
    match record.kind.name {
        _ if record.entry().deleted => None,
        Resident::KIND => all.resident(record.entry().id),
        _ => all.concerned(record).into_iter().next(),
    }
}
