//! One field over everything.

use domain::fault::Result;
use domain::views::Hit;
use domain::{KINDS, Kind};
use store::Row;

use crate::App;
use crate::cases::{concerned, start};

impl App {
    pub(crate) fn search(&self, text: &str, limit: u32) -> Result<Vec<Hit>> {
        let store = self.records()?;
        let mut hits = Vec::new();
        for kind in KINDS.iter().filter(|it| it.fields.iter().any(|field| field.searched)) {
            let rows = store.search(kind.name, text, limit)?;
            let names = store.names(&rows)?;
            hits.extend(rows.iter().map(|row| hit(kind, row, &concerned(row, &names))));
        }
        Ok(hits)
    }
}

fn hit(kind: &Kind, row: &Row, about: &[String]) -> Hit {
    Hit {
        id: row.id,
        kind: row.merged.kind.clone(),
        title: start(&row.title),
        about: about.join(", "),
        at: kind.happens().then_some(row.at),
    }
}
