//! What is in a package: what its page shows, and everything as data.

use app::App;
use chrono::{DateTime, Utc};
use domain::fault::Result;
use domain::handed::{FORMAT, Handed, Told, VERSION};
use domain::views::{HandoverPlan, Matter};
use domain::{
    Body, Fault, HandoverItem, Id, Partner, Record, Resident, SiteTopic, Summary, Unit, calls,
};
use paper::offer::Offer;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

use crate::page::LANGUAGES;

/// What the page shows, in each of its languages.
#[derive(Debug, Serialize)]
pub struct Page {
    version: u32,
    /// The handover and the receiver, as a reply names them.
    package: String,
    /// What a reply is sealed with, in hexadecimal.
    key: String,
    languages: BTreeMap<&'static str, Offer>,
}

impl Page {
    /// What is handed over to a receiver.
    pub async fn of(app: &App, handover: Id, receiver: Id) -> Result<Self> {
        let mut languages = BTreeMap::new();
        for tag in LANGUAGES {
            languages.insert(tag, paper::offer::to(app, handover, receiver, tag).await?);
        }
        let key = app.package_secret("reply", handover, receiver)?;
        let key = base16ct::lower::encode_string(&key);
        Ok(Self { version: VERSION, package: format!("{handover} {receiver}"), key, languages })
    }
}

/// Of a resident, what it takes to know them and to reach them.
const OF_RESIDENTS: [&str; 7] = [
    Resident::NAME,
    Resident::DISPLAY_NAME,
    Resident::UNIT,
    Resident::LANGUAGES,
    Resident::INTERPRETER,
    Resident::PHONE,
    Resident::MOVED_IN,
];

/// What is handed over to a receiver: their matters with what was agreed, and the residents whom they
/// concern with their summaries. Without a receiver, all matters and residents, and what they point to.
pub async fn handed(
    app: &App,
    handover: Id,
    receiver: Option<Id>,
    made: DateTime<Utc>,
) -> Result<Handed> {
    let plan = app.run(calls::GetHandover { id: handover }).await?;
    let site = app.run(calls::GetStatus {}).await?.site.unwrap_or_default().name;
    let matters = theirs(&plan, receiver).flat_map(|it| [it.id, it.item]);
    let residents = plan.residents.iter().filter(|it| concerned(&plan, receiver, it.id));
    let residents = residents.flat_map(|it| [Some(it.id), it.summarised.then_some(it.summary)]);
    // A resident may be a matter as well.
    let mut ids: BTreeSet<Id> = matters.chain(residents.flatten()).collect();
    ids.extend(receiver.is_none().then_some(handover));
    let mut records = Vec::new();
    for id in &ids {
        records.extend(told(app, *id, receiver.is_none()).await?);
    }
    if receiver.is_none() {
        let behind = records.iter().flat_map(|it| it.names.keys()).copied();
        for id in behind.collect::<BTreeSet<_>>().difference(&ids) {
            let record = told(app, *id, true).await?;
            records.extend(record.filter(|it| BEHIND.contains(&it.kind.as_str())));
        }
    }
    let (format, version) = (FORMAT.to_owned(), VERSION);
    Ok(Handed { format, version, made, site, handover, receiver, records })
}

/// The kinds of the records that a whole takes along because others point to them.
const BEHIND: [&str; 4] = [Unit::KIND, Partner::KIND, Resident::KIND, SiteTopic::KIND];

fn theirs(plan: &HandoverPlan, receiver: Option<Id>) -> impl Iterator<Item = &Matter> {
    let is_theirs = move |it: &&Matter| receiver.is_none_or(|who| paper::offer::is_of(it, who));
    plan.matters.iter().filter(is_theirs)
}

fn concerned(plan: &HandoverPlan, receiver: Option<Id>, resident: Id) -> bool {
    receiver.is_none() || theirs(plan, receiver).any(|it| it.residents.contains(&resident))
}

/// A record with its history; for a receiver, only what is theirs to know.
async fn told(app: &App, id: Id, whole: bool) -> Result<Option<Told>> {
    let page = match app.run(calls::Get { id }).await {
        // A matter that nobody was offered has no item yet.
        Err(Fault::NotFound) => return Ok(None),
        page => page?,
    };
    let Some(entry) = page.entries.into_iter().find(|it| !it.deleted) else { return Ok(None) };
    let (mut fields, mut names) = (entry.fields, page.names);
    let mut history = app.run(calls::History { id }).await?;
    match entry.kind.as_str() {
        _ if whole => {}
        Resident::KIND => {
            fields.retain(|field, _| OF_RESIDENTS.contains(&field.as_str()));
            for step in &mut history {
                step.fields.retain(|field, _| OF_RESIDENTS.contains(&field.as_str()));
            }
            history.retain(|it| !it.fields.is_empty());
        }
        // What was said with other receivers, and what a lead took out before signing.
        HandoverItem::KIND | Summary::KIND => history.clear(),
        _ => {}
    }
    if !whole && entry.kind == HandoverItem::KIND {
        without_others_answer(&mut fields);
    }
    if !whole {
        // Those that it points to now, and none that it was once linked to.
        let said = serde_json::Value::Object(fields.clone()).to_string();
        names.retain(|it, _| said.contains(&it.to_string()));
    }
    Ok(Some(Told { id, kind: entry.kind, fields, names, history }))
}

/// Takes out of an item what an earlier receiver said.
fn without_others_answer(fields: &mut Body) {
    let item: HandoverItem = domain::read(fields);
    if item.answered_for != item.receiver {
        fields.retain(|field, _| !HandoverItem::ANSWERS.contains(&field.as_str()));
    }
}
