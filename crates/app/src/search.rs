//! One field over everything.

use std::collections::BTreeMap;

use domain::calls::Search;
use domain::fault::Result;
use domain::kind::Order;
use domain::views::{Hit, Hits};
use domain::{Body, FollowUp, Id, KINDS, Kind, Record, Resident, read};
use store::Row;

use crate::App;
use crate::cases::{concerned, start, text};

impl App {
    pub(crate) fn search(&self, typed: &Search) -> Result<Hits> {
        let store = self.records()?;
        let none = BTreeMap::new();
        let asked = store.understand(None, &typed.text, typed.named.as_ref().unwrap_or(&none))?;
        let mut hits = Vec::new();
        for kind in KINDS.iter().filter(|it| it.fields.iter().any(|field| field.searched)) {
            let rows = store.search(kind.name, &asked, typed.limit)?;
            let names = store.names(&rows)?;
            hits.extend(rows.iter().map(|row| hit(kind, row, &names)));
        }
        Ok(Hits { alike: asked.alike && !hits.is_empty(), hits })
    }
}

fn hit(kind: &Kind, row: &Row, names: &BTreeMap<Id, String>) -> Hit {
    let body = &row.merged.body;
    let door = || read::<Resident>(body).unit.and_then(|it| names.get(&it).cloned());
    let about = if kind.name == Resident::KIND {
        door().into_iter().collect()
    } else {
        concerned(row, names)
    };
    Hit {
        id: row.id,
        kind: row.merged.kind.clone(),
        title: start(&row.title),
        about: about.join(", "),
        at: kind.moment(body).or_else(|| (kind.order == Order::Made).then_some(row.at)),
        status: status(kind, body),
    }
}

fn status(kind: &Kind, body: &Body) -> String {
    match kind.name {
        FollowUp::KIND if text(body, "done").is_empty() => "open".to_owned(),
        FollowUp::KIND => "done".to_owned(),
        _ => text(body, "status"),
    }
}
