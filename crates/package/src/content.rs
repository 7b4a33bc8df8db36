//! What is in a package: what its page shows, and everything as data.

use app::App;
use chrono::{DateTime, Utc};
use domain::fault::Result;
use domain::views::{HandoverPlan, Matter, Revision};
use domain::{Body, HandoverItem, Id, Record, Resident, Summary, calls};
use paper::offer::Offer;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

use crate::page::LANGUAGES;

/// The version of what is in a package.
const VERSION: u32 = 1;

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

/// Everything that is handed over, with its history.
#[derive(Debug, Serialize)]
pub struct Handed {
    format: &'static str,
    version: u32,
    made: DateTime<Utc>,
    site: String,
    handover: Id,
    receiver: Id,
    records: Vec<Told>,
}

/// A record, what it points to by name, and who changed what when.
#[derive(Debug, Serialize)]
struct Told {
    id: Id,
    kind: String,
    fields: Body,
    names: BTreeMap<Id, String>,
    history: Vec<Revision>,
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

impl Handed {
    /// What is handed over to a receiver: their matters with what was agreed, and the residents whom they
    /// concern with their summaries.
    pub async fn of(app: &App, handover: Id, receiver: Id, made: DateTime<Utc>) -> Result<Self> {
        let plan = app.run(calls::GetHandover { id: handover }).await?;
        let site = app.run(calls::GetStatus {}).await?.site.unwrap_or_default().name;
        let matters = theirs(&plan, receiver).flat_map(|it| [it.id, it.item]);
        let residents = plan.residents.iter().filter(|it| concerned(&plan, receiver, it.id));
        let residents = residents.flat_map(|it| [Some(it.id), it.summarised.then_some(it.summary)]);
        let mut records = Vec::new();
        // A resident may be a matter as well.
        for id in matters.chain(residents.flatten()).collect::<BTreeSet<_>>() {
            records.extend(told(app, id).await?);
        }
        let format = "bomiljo-package";
        Ok(Self { format, version: VERSION, made, site, handover, receiver, records })
    }
}

fn theirs(plan: &HandoverPlan, receiver: Id) -> impl Iterator<Item = &Matter> {
    plan.matters.iter().filter(move |it| paper::offer::is_of(it, receiver))
}

fn concerned(plan: &HandoverPlan, receiver: Id, resident: Id) -> bool {
    theirs(plan, receiver).any(|it| it.residents.contains(&resident))
}

async fn told(app: &App, id: Id) -> Result<Option<Told>> {
    let page = app.run(calls::Get { id }).await?;
    let Some(entry) = page.entries.into_iter().find(|it| !it.deleted) else { return Ok(None) };
    let (mut fields, mut names) = (entry.fields, page.names);
    let mut history = app.run(calls::History { id }).await?;
    match entry.kind.as_str() {
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
    if entry.kind == HandoverItem::KIND {
        without_others_answer(&mut fields);
    }
    // Those that it points to now, and none that it was once linked to.
    let said = serde_json::Value::Object(fields.clone()).to_string();
    names.retain(|it, _| said.contains(&it.to_string()));
    Ok(Some(Told { id, kind: entry.kind, fields, names, history }))
}

/// Takes out of an item what an earlier receiver said.
fn without_others_answer(fields: &mut Body) {
    let item: HandoverItem = domain::read(fields);
    if item.answered_for != item.receiver {
        fields.retain(|field, _| !HandoverItem::ANSWERS.contains(&field.as_str()));
    }
}
