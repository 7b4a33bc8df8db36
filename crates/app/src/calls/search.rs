//! Search over everything.

use std::collections::BTreeMap;

use domain::calls::{self, Answers, Search};
use domain::fault::Result;
use domain::kind::Order;
use domain::views::{Hit, Hits};
use domain::{Id, KINDS, Kind, Record, Resident, read};
use store::{Records, Row};

use crate::App;
use crate::calls::authors::People;
use crate::calls::cases::{concerned, start};

impl Answers<calls::Search> for App {
    async fn answer(&self, call: calls::Search) -> Result<Hits> {
        self.search(&call)
    }
}

impl App {
    pub(crate) fn search(&self, typed: &Search) -> Result<Hits> {
        let mut store = self.store();
        let records = store.records()?;
        let people = People::of(records)?;
        let none = BTreeMap::new();
        let asked = records.understand(None, &typed.text, typed.named.as_ref().unwrap_or(&none))?;
        let (mut hits, mut more) = (Vec::new(), BTreeMap::new());
        for kind in KINDS.iter().filter(|it| it.is_searched()) {
            let (rows, total) = records.search(kind.name, &asked, typed.limit)?;
            let rest = total.saturating_sub(rows.len() as u64);
            more.extend((rest > 0).then(|| (kind.name.to_owned(), rest)));
            let names = people.names(records, &rows)?;
            for row in &rows {
                hits.push(Hit { title: title(records, &people, row)?, ..hit(kind, row, &names) });
            }
        }
        Ok(Hits { alike: asked.alike && !hits.is_empty(), hits, more })
    }
}

fn hit(kind: &Kind, row: &Row, names: &BTreeMap<Id, String>) -> Hit {
    let body = &row.merged.body;
    let door = || read::<Resident>(body).unit.and_then(|it| names.get(&it).cloned());
    let about: Vec<_> = if kind.name == Resident::KIND {
        door().into_iter().collect()
    } else {
        concerned(row, names).into_iter().filter(|it| !it.is_empty()).collect()
    };
    Hit {
        id: row.id,
        kind: row.merged.kind.clone(),
        about: about.join(", "),
        at: kind.moment(body).or_else(|| (kind.order == Order::Made).then_some(row.at)),
        status: kind.stage(body).map(|it| it.name().to_owned()).unwrap_or_default(),
        ..Hit::default()
    }
}

fn title(records: Records, people: &People, row: &Row) -> Result<String> {
    let person = people.person(records, row)?;
    Ok(person.map_or_else(|| start(&row.title), |(_, full)| full))
}
