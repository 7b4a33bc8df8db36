//! Cases: incidents, referrals and follow-ups that need action.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use domain::calls::{self, Answers};
use domain::fault::Result;
use domain::field::names_unknown;
use domain::kind::Record;
use domain::views::{Case, Cases};
use domain::{Body, FollowUp, Id, Incident, Referral};
use serde_json::Value;
use store::{Row, Store};

use crate::App;
use crate::calls::authors::People;

/// The seriousness of incidents that come first, in order.
const PRESSING: [&str; 2] = ["acute", "serious"];
/// Most characters of a title in a list.
const TITLE: usize = 200;

impl Answers<calls::GetCases> for App {
    async fn answer(&self, _: calls::GetCases) -> Result<Cases> {
        self.cases()
    }
}

impl App {
    /// All cases.
    pub(crate) fn cases(&self) -> Result<Cases> {
        let store = self.records()?;
        let people = People::of(&store)?;
        let (open, open_total) = store.open_cases()?;
        let mut open = cases(&store, &people, &open)?;
        let urgency = |it: &Case| PRESSING.iter().position(|how| *how == it.pressing);
        open.sort_by_key(|it| {
            (urgency(it).unwrap_or(PRESSING.len()), it.due.is_none(), it.due, Reverse(it.at))
        });
        let (closed, closed_total) = store.closed_cases()?;
        let closed = cases(&store, &people, &closed)?;
        Ok(Cases { open, closed, open_total, closed_total })
    }
}

/// The list rows of cases.
pub fn cases(store: &Store, people: &People, rows: &[Row]) -> Result<Vec<Case>> {
    let names = store.names(rows)?;
    Ok(rows.iter().map(|row| case(row, &names, people)).collect())
}

fn case(row: &Row, names: &BTreeMap<Id, String>, people: &People) -> Case {
    let made = people.sign(row.merged.made);
    let case = Case {
        id: row.id,
        kind: row.merged.kind.clone(),
        title: start(&row.title),
        about: concerned(row, names),
        mine: people.is_me(&made.by),
        at: made.at,
        ..Case::default()
    };
    let body = &row.merged.body;
    match row.merged.kind.as_str() {
        Incident::KIND => incident(Case { at: row.at, whose: made.by, ..case }, body),
        Referral::KIND => referral(case, body, names),
        FollowUp::KIND => follow_up(Case { whose: made.by, ..case }, body, people),
        _ => case,
    }
}

fn incident(case: Case, body: &Body) -> Case {
    let status = text(body, "status");
    let pressing = text(body, "seriousness");
    let presses = match pressing.as_str() {
        "acute" => status != "closed",
        "serious" => status == "open",
        _ => false,
    };
    let pressing = if presses { pressing } else { String::new() };
    Case { sort: text(body, "type"), status, pressing, ..case }
}

fn referral(case: Case, body: &Body, names: &BTreeMap<Id, String>) -> Case {
    let to = text(body, "to").parse().ok().and_then(|it: Id| names.get(&it).cloned());
    Case {
        sort: text(body, "topic"),
        whose: to.unwrap_or_default(),
        status: text(body, "status"),
        due: text(body, "reply_by").parse().ok(),
        ..case
    }
}

/// A follow-up belongs to its owner, or without one to its author.
fn follow_up(case: Case, body: &Body, people: &People) -> Case {
    let owner = Some(text(body, "owner")).filter(|it| !it.is_empty());
    let whose = owner.unwrap_or_else(|| case.whose.clone());
    let done = if text(body, "done").is_empty() { "open" } else { "done" };
    Case {
        mine: people.is_me(&whose),
        whose,
        status: done.to_owned(),
        due: text(body, "due").parse().ok(),
        ..case
    }
}

/// The text in a field; empty if there is none.
pub fn text(body: &Body, field: &str) -> String {
    body.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The beginning of a title, because it may be a text of any length.
pub fn start(title: &str) -> String {
    title.chars().take(TITLE).collect()
}

/// The names of the residents that a record concerns. An unknown person has an empty name.
pub fn concerned(row: &Row, names: &BTreeMap<Id, String>) -> Vec<String> {
    let mut called: Vec<_> =
        row.residents().iter().filter_map(|it| names.get(it).cloned()).collect();
    // A record may point to both records of a duplicate resident.
    called.dedup();
    if row.merged.body.values().any(names_unknown) {
        called.push(String::new());
    }
    called
}
