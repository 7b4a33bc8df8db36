//! What a save is refused for.

use chrono::NaiveDate;
use domain::field::{ANY, Place, points_to};
use domain::kinds::SiteSettings;
use domain::merge::Merged;
use domain::{Body, Clock, Edit, Field, Id, Issue, Kind, Member, Problem, Record, SiteTopic, read};
use store::Act;

use crate::calls::{time_zone, topics};

/// What is wrong with a record once the edits are made. What was wrong before, as when two people
/// each took out another's only topic, isn't this save's to solve, unless it edits that very field.
pub fn issues(
    act: &Act,
    kind: &Kind,
    (record, current): (Id, &Merged),
    edits: &[Edit],
) -> store::Result<Vec<Issue>> {
    let edited = |field: &str| edits.iter().any(|it| it.field == field);
    let mut body = current.body.clone();
    body.extend(edits.iter().map(|it| (it.field.clone(), it.json())));
    let today = today(act)?;
    let mut issues = kind.check(&body, today, edited);
    if !current.kind.is_empty() {
        let before = kind.check(&current.body, today, |_| false);
        issues.retain(|it| edited(&it.field) || !before.contains(it));
    }
    if kind.name == SiteTopic::KIND && !names_topic(act, record, &body)? {
        issues.push(Issue::new(SiteTopic::NAME, Problem::Missing));
    }
    for edit in edits {
        let Some(field) = kind.field(&edit.field) else { continue };
        for id in field.ty.links(&edit.json()) {
            // Nothing can be its own follow-up, nor the same as itself.
            if id == record || !is_there(act, field, id)? {
                issues.push(Issue::new(field.name, Problem::UnknownLink));
                break;
            }
        }
    }
    Ok(issues)
}

/// Whether a topic can be told by a name.
fn names_topic(act: &Act, record: Id, body: &Body) -> store::Result<bool> {
    Ok(act.site()?.is_some_and(|site| topics::has_name(&site, record, &read(body))))
}

/// The calendar day at the site.
fn today(act: &Act) -> store::Result<NaiveDate> {
    let settings = act.site()?.map(|site| act.merged(time_zone::id(&site))).transpose()?.flatten();
    let settings = settings.filter(|it| !it.deleted);
    let settings: SiteSettings = settings.map(|it| read(&it.body)).unwrap_or_default();
    Ok(time_zone::or_oslo(&settings.zone).day(Clock::at(act.now()).moment()))
}

/// Whether a field can point to a record. A field that no form asks for, such as what a matter came from,
/// may also point to a deleted record: no user could change it.
fn is_there(act: &Act, field: &Field, id: Id) -> store::Result<bool> {
    let kind = field.ty.target().unwrap_or_default();
    let fits = |it: Merged| points_to(kind, &it.kind);
    // A colleague may have joined before their record has arrived.
    let joined = points_to(kind, Member::KIND) && kind != ANY && act.has_joined(id)?;
    let there = joined || act.exists(id, kind)?;
    Ok(there || (field.place == Place::Hidden && act.merged(id)?.is_some_and(fits)))
}
