//! A handover as its page shows it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::choice::Topic;
use domain::fault::Result;
use domain::field::RECEIVER;
use domain::fold::fold;
use domain::handing_over::ItemStatus;
use domain::kinds::Scope;
use domain::views::{HandoverPlan, HandoverToday, Matter, Remains, ToTell, Why};
use domain::{
    Fault, Handover, HandoverItem, Id, Kind, Member, Notice, Record, Resident, Summary, Type, kind,
    read,
};
use serde_json::Value;
use store::{Records, Row, Space};

use crate::calls::authors::People;
use crate::calls::cases::{concerned, parts, start, text};
use crate::calls::handover::gathering::{self, Gathered};
use crate::calls::handover::rules::{leads, leaving};
use crate::calls::topics;
use crate::ids;

/// What the start page says of handovers: of those that are open, the one that ends first, first; of
/// others, where something is left or has come late.
pub fn today(records: Records, people: &People, today: NaiveDate) -> Result<Vec<HandoverToday>> {
    let mut shown = Vec::new();
    for row in records.handovers()?.iter().rev() {
        let handover: Handover = read(&row.merged.body);
        if handover.is_open() || handover.is_closed() {
            let plan = of(records, people, today, row.id)?;
            shown.push(in_short(plan, today));
        }
    }
    shown.retain(|it| it.open || it.left.unaccepted > 0 || !it.to_review.is_empty());
    Ok(shown)
}

fn in_short(plan: HandoverPlan, today: NaiveDate) -> HandoverToday {
    let handover: Handover = read(&plan.handover.fields);
    let mut untold = plan.residents;
    untold.retain(|it| !it.told && handover.is_open());
    untold.sort_by_key(|it| it.not_home);
    let to_answer = plan.matters.iter().filter(|it| it.mine).count() as u64;
    let mut to_review = plan.matters;
    to_review.retain(|it| it.kept_by_me && it.review.is_some_and(|day| day <= today));
    HandoverToday {
        id: plan.handover.id,
        open: handover.is_open(),
        last_day: handover.last_day,
        days_left: plan.days_left,
        left: plan.left,
        untold,
        to_answer,
        to_review,
    }
}

/// A handover with all that it is about.
pub fn of(records: Records, people: &People, today: NaiveDate, id: Id) -> Result<HandoverPlan> {
    let row = records.get(id)?.filter(|it| it.merged.kind == Handover::KIND);
    let row = row.ok_or(Fault::NotFound)?;
    let space = records.space()?.ok_or(Fault::NoSite)?;
    let handover: Handover = read(&row.merged.body);
    let made = Made::of(records, id)?;
    let all = records.gathered()?;
    let open: BTreeSet<Id> = all.iter().map(|it| it.id).collect();
    let mut found = gathering::of(records, people, &handover, all, today)?;
    if handover.is_closed() {
        // What came late was written before the end, on a device without a network.
        let end = row.merged.changed.clock;
        let late = |it: &Gathered| it.why.contains(&Why::Open) && it.row.merged.made.clock < end;
        found.retain(|id, it| made.items.contains_key(id) || late(it));
    }
    settled(records, &made, &open, &mut found)?;
    let concerned = residents(records, &handover, &found, &made, today)?;
    let residents = told(records, &concerned, (&space, id), &made)?;
    if handover.scope != Some(Scope::Member) {
        let counts = |id: &Id| !handover.is_closed() || made.items.contains_key(id);
        let untold =
            concerned.iter().zip(&residents).filter(|(row, it)| !it.told && counts(&row.id));
        for (row, _) in untold {
            gathering::add(&mut found, row.clone(), Why::Untold);
            gathering::remove(&mut found, row.id, Why::Settled);
        }
    }
    let rows = made.items.values().map(|it| &it.0).chain(found.values().map(|it| &it.row));
    let mut names = people.names(records, rows.chain([&row]))?;
    forget_deleted(records, &mut names)?;
    let matters = Matters { records, people, names: &names, made: &made, handover: (&space, id) };
    let matters = matters.all(&found)?;
    Ok(HandoverPlan {
        days_left: handover.last_day.map_or(0, |it| (it - today).num_days()),
        leads: leads(people.me(), &handover, |it| people.leads(it)),
        left: left(&matters, &residents),
        handover: people.entry(id, &row.merged),
        names,
        matters,
        residents,
    })
}

/// Takes out the names of what is deleted: they stand on paper otherwise.
fn forget_deleted(records: Records, names: &mut BTreeMap<Id, String>) -> Result<()> {
    let mut deleted = Vec::new();
    for id in names.keys() {
        let row = records.get(*id)?.filter(|it| it.merged.kind != Member::KIND);
        deleted.extend(row.filter(|it| it.merged.deleted).map(|it| it.id));
    }
    for id in deleted {
        names.remove(&id);
    }
    Ok(())
}

/// What was made in a handover.
struct Made {
    /// The items by their matters.
    items: BTreeMap<Id, (Row, HandoverItem)>,
    notices: BTreeMap<Id, (Id, Notice)>,
    summaries: BTreeMap<Id, (Id, Summary)>,
}

/// What was made for each record. Of a resident who was registered twice, what is under the record that
/// counts goes before.
fn by_record<T>(
    records: Records,
    rows: Vec<Row>,
    of: impl Fn(Row) -> Option<(Id, T)>,
) -> Result<BTreeMap<Id, T>> {
    let mut all = BTreeMap::new();
    for (record, made) in rows.into_iter().filter_map(of) {
        let stands = records.stands_for(record)?;
        if stands == record || !all.contains_key(&stands) {
            all.insert(stands, made);
        }
    }
    Ok(all)
}

impl Made {
    fn of(records: Records, handover: Id) -> Result<Self> {
        let all = |kind| -> Result<Vec<Row>> {
            let mut rows = records.pointing(handover, HandoverItem::HANDOVER, kind)?;
            rows.retain(|it| !it.merged.deleted);
            Ok(rows)
        };
        let item = |row: Row| {
            let item: HandoverItem = read(&row.merged.body);
            Some((item.matter?, (row, item)))
        };
        let notice = |row: Row| {
            let notice: Notice = read(&row.merged.body);
            Some((notice.resident?, (row.id, notice)))
        };
        let summary = |row: Row| {
            let summary: Summary = read(&row.merged.body);
            Some((summary.resident?, (row.id, summary)))
        };
        Ok(Self {
            items: by_record(records, all(HandoverItem::KIND)?, item)?,
            notices: by_record(records, all(Notice::KIND)?, notice)?,
            summaries: by_record(records, all(Summary::KIND)?, summary)?,
        })
    }
}

/// The residents whom a handover concerns, by name; of one that is closed, those whom a matter in it
/// concerns, or for whom something was made.
fn residents(
    records: Records,
    handover: &Handover,
    found: &BTreeMap<Id, Gathered>,
    made: &Made,
    today: NaiveDate,
) -> Result<Vec<Row>> {
    if handover.scope == Some(Scope::Building) && !handover.is_closed() {
        let today = today.to_string();
        return Ok(gathering::whole(|part| records.residents(false, &today, part))?);
    }
    let mut ids: BTreeSet<Id> = made.notices.keys().chain(made.summaries.keys()).copied().collect();
    match handover.scope {
        Some(Scope::Resident) => ids.extend(handover.resident),
        _ => ids.extend(found.values().flat_map(|it| about(&it.row))),
    }
    let rows = ids.into_iter().map(|it| records.get(records.stands_for(it)?));
    let rows = rows.collect::<store::Result<Vec<_>>>()?;
    let mut rows: Vec<Row> = rows.into_iter().flatten().filter(|it| !it.merged.deleted).collect();
    rows.sort_by_cached_key(|it| (fold(&it.title), it.id));
    rows.dedup_by_key(|it| it.id);
    Ok(rows)
}

fn told(
    records: Records,
    rows: &[Row],
    (space, handover): (&Space, Id),
    made: &Made,
) -> Result<Vec<ToTell>> {
    let units = records.names(rows)?;
    let derived = |kind, resident: Id| ids::made_of_two(kind, space, [handover, resident]);
    rows.iter()
        .map(|row| {
            let resident: Resident = read(&row.merged.body);
            let notice = made.notices.get(&row.id);
            let summary = made.summaries.get(&row.id);
            Ok(ToTell {
                id: row.id,
                called: records.called(row)?,
                unit: resident.unit.and_then(|it| units.get(&it).cloned()).unwrap_or_default(),
                languages: resident.languages,
                notice: notice.map_or_else(|| derived(Notice::KIND, row.id), |it| it.0),
                told: notice.is_some_and(|it| it.1.told_at.is_some()),
                not_home: notice.and_then(|it| it.1.not_home).unwrap_or_default(),
                summary: summary.map_or_else(|| derived(Summary::KIND, row.id), |it| it.0),
                summarised: summary.is_some(),
                signed: summary.is_some_and(|it| it.1.is_signed()),
            })
        })
        .collect()
}

/// Adds the matters that have an item: those that another scope would not gather, or that are over.
/// Pinned notes and residents are over once nothing gathers them.
fn settled(
    records: Records,
    made: &Made,
    open: &BTreeSet<Id>,
    found: &mut BTreeMap<Id, Gathered>,
) -> Result<()> {
    for id in made.items.keys() {
        if found.contains_key(id) {
            continue;
        }
        let Some(row) = records.get(*id)? else { continue };
        let why = if open.contains(id) { Why::Open } else { Why::Settled };
        gathering::add(found, row, why);
    }
    Ok(())
}

/// What matters are made from.
struct Matters<'a> {
    records: Records<'a>,
    people: &'a People,
    names: &'a BTreeMap<Id, String>,
    made: &'a Made,
    handover: (&'a Space, Id),
}

impl Matters<'_> {
    /// Those without a receiver first, then by receiver, what is due first, first.
    fn all(&self, found: &BTreeMap<Id, Gathered>) -> Result<Vec<Matter>> {
        let answers = topics::answers_by_topic(self.records)?;
        let leaving = leaving(&self.records.handovers()?);
        let likeliest = |it: &Matter| it.topics.iter().find_map(|it| answers.get(it)?.partner);
        let mut all = Vec::new();
        for gathered in found.values() {
            let mut matter = self.one(gathered)?;
            let row = &gathered.row;
            matter.suggested =
                intended(row, &leaving).or_else(|| asked(row)).or_else(|| likeliest(&matter));
            all.push(matter);
        }
        all.sort_by_cached_key(|it| {
            let receiver = if is_free(it) { String::new() } else { fold(&it.receiver_name) };
            (it.is_settled(), !it.conflict, receiver, it.due.is_none(), it.due, it.id)
        });
        Ok(all)
    }

    fn one(&self, Gathered { row, why }: &Gathered) -> Result<Matter> {
        let body = &row.merged.body;
        let kind = kind(&row.merged.kind);
        let stage = kind.and_then(|it| it.stage(body));
        let made = self.made.items.get(&row.id);
        let item = made.map(|it| it.1.clone()).unwrap_or_default();
        let status = item.stands();
        let waits = matches!(status, ItemStatus::Offered | ItemStatus::AskedBack);
        let owner = gathering::owner(row, |it| self.people.author(it));
        let person = self.people.person(self.records, row)?;
        let (space, handover) = self.handover;
        Ok(Matter {
            id: row.id,
            kind: row.merged.kind.clone(),
            title: person.map_or_else(|| start(&row.title), |it| it.0),
            parts: kind.map(|it| parts(it, body, self.names)).unwrap_or_default(),
            about: concerned(row, self.names),
            residents: self.residents(row)?,
            topics: kind.map(|it| topics_of(it, row)).unwrap_or_default(),
            state: stage.map(|it| it.name().to_owned()).unwrap_or_default(),
            due: stage.and_then(|it| it.due()).and_then(|it| it.parse().ok()),
            whose: owner.map(|it| self.people.named(&it.to_string())).unwrap_or_default(),
            why: why.iter().copied().collect(),
            item: made.map_or_else(
                || ids::made_of_two(HandoverItem::KIND, space, [handover, row.id]),
                |it| it.0.id,
            ),
            kept_by_me: status == ItemStatus::KeptByLead && self.people.is_me(&item.kept_by),
            review: item.review,
            kept_by: self.people.named(&item.kept_by),
            status: status.name().to_owned(),
            receiver: item.receiver,
            receiver_name: item
                .receiver
                .and_then(|it| self.names.get(&it).cloned())
                .unwrap_or_default(),
            mine: waits && item.receiver.is_some() && item.receiver == self.people.me(),
            suggested: None,
            conflict: made.is_some_and(|it| !it.0.merged.conflicts.is_empty()),
        })
    }

    /// The residents it concerns, of a resident who is registered twice the record that stands.
    fn residents(&self, row: &Row) -> Result<Vec<Id>> {
        let all = about(row).map(|it| Ok(self.records.stands_for(it)?));
        Ok(all.collect::<Result<BTreeSet<_>>>()?.into_iter().collect())
    }
}

/// The residents whom a matter names, and the one that it is.
fn about(row: &Row) -> impl Iterator<Item = Id> {
    let own = (row.merged.kind == Resident::KIND).then_some(row.id);
    row.residents().into_iter().chain(own)
}

/// The receiver whom a colleague has named in a record. A member who leaves is none.
fn intended(row: &Row, leaving: &BTreeSet<Id>) -> Option<Id> {
    let fields = kind(&row.merged.kind)?.fields;
    let field = fields.iter().find(|it| it.ty == Type::Link(RECEIVER))?;
    text(&row.merged.body, field.name).parse().ok().filter(|it| !leaving.contains(it))
}

/// The partner whom a record asks already.
fn asked(row: &Row) -> Option<Id> {
    let field = kind(&row.merged.kind)?.asked()?;
    text(&row.merged.body, field.name).parse().ok()
}

fn topics_of(kind: &Kind, row: &Row) -> Vec<String> {
    let list = |ty: Type| match ty {
        Type::Choice(list) | Type::Choices(list) => list.name == Topic::CHOICES.name,
        _ => false,
    };
    let fields = kind.fields.iter().filter(|it| list(it.ty));
    let values = fields.filter_map(|it| row.merged.body.get(it.name));
    let texts = values.flat_map(|it| match it {
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect(),
        one => Vec::from_iter(one.as_str()),
    });
    texts.map(str::to_owned).collect()
}

fn status_of(matter: &Matter) -> ItemStatus {
    matter.status.parse().unwrap_or_default()
}

fn is_free(matter: &Matter) -> bool {
    status_of(matter).is_free()
}

/// Whether a handover can close with it. Who has not been told is told, or kept by a lead; no receiver
/// can take that over.
fn is_placed(matter: &Matter) -> bool {
    let status = status_of(matter);
    let untold = matter.why.contains(&Why::Untold);
    !matter.conflict && if untold { status == ItemStatus::KeptByLead } else { status.is_placed() }
}

fn left(matters: &[Matter], residents: &[ToTell]) -> Remains {
    let count = |holds: &dyn Fn(&&Matter) -> bool| matters.iter().filter(holds).count() as u64;
    let told = |holds: fn(&&ToTell) -> bool| residents.iter().filter(holds).count() as u64;
    Remains {
        untold: told(|it| !it.told),
        unsigned: told(|it| !it.signed),
        residents: residents.len() as u64,
        unaccepted: count(&|it| !it.is_settled() && !is_placed(it)),
        kept: count(&|it| !it.is_settled() && status_of(it) == ItemStatus::KeptByLead),
        matters: count(&|it| !it.is_settled()),
    }
}
