//! The values that a new record starts with: the usual ones, and those from its source.

use chrono::{Days, NaiveTime};
use domain::calls::{Get, Suggest};
use domain::choice::{Owner, Topic};
use domain::entry::Entry;
use domain::field::{Begin, LINE_LIMIT, Take, UNKNOWN, is_empty};
use domain::kinds::PartyRole;
use domain::views::Suggestion;
use domain::{Body, Field, Id, Kind, Type};
use serde_json::{Value, json};

use crate::app::session::App;
use crate::app::{api, link, navigation};
use crate::kit::format;
use crate::kit::text::label;
use crate::record::form::Names;
use crate::record::row;
use crate::record::values::{filled, texts};

/// The time of an appointment, unless the user sets another.
const TEN: NaiveTime = match NaiveTime::from_hms_opt(10, 0, 0) {
    Some(ten) => ten,
    None => NaiveTime::MIN,
};

/// The start of a new record of a kind, as the query of the address asks for it.
pub async fn of(app: App, kind: &'static str) -> (Body, Names) {
    let mut body = usual(app, kind);
    let Some(kind) = domain::kind(kind) else { return (body, Names::new()) };
    let mut names = Names::new();
    for (question, take) in [(link::RESIDENT, about as Source), (link::FROM, from as Source)] {
        let Some(id) = navigation::query(question).and_then(|it| it.parse().ok()) else { continue };
        let Ok(page) = api::call(Get { id }).await else { continue };
        if let Some(entry) = page.entries.first() {
            names.extend(page.names.clone());
            names.insert(id, crate::record::values::called(entry, &page.names));
            let usual = api::call(Suggest {}).await.unwrap_or_default();
            take(kind, entry, &usual, &mut body, &mut names);
        }
    }
    (body, names)
}

type Source = fn(&'static Kind, &Entry, &Suggestion, &mut Body, &mut Names);

/// The values that the kind's fields begin with. A member field begins with this device's owner.
fn usual(app: App, kind: &str) -> Body {
    let fields = domain::kind(kind).map_or(&[][..], |it| it.fields);
    let team = domain::kind(kind).map(|it| app.offered(it)).unwrap_or_default();
    let offered = |member: Id| team.iter().any(|it| it.id == member);
    let begin = |field: &Field| Some((field.name.to_owned(), begin(app, field, &offered)?));
    fields.iter().filter_map(begin).collect()
}

fn begin(app: App, field: &Field, offered: &dyn Fn(Id) -> bool) -> Option<Value> {
    let day = |days| format::today() + Days::new(days);
    Some(match (field.begin, field.ty, field.otherwise) {
        (Some(Begin::Now), ..) => format::stored(format::now()).into(),
        (Some(Begin::Tomorrow), ..) => {
            format::stored(format::moment_of(day(1).and_time(TEN))).into()
        }
        (Some(Begin::InDays(days)), ..) => day(days.into()).to_string().into(),
        (None, Type::Member, _) => app.member().filter(|it| offered(*it))?.to_string().into(),
        (Some(Begin::Is(value)), ..) | (None, _, Some(value)) => value.into(),
        (None, _, None) => return None,
    })
}

/// A record about a resident.
fn about(kind: &'static Kind, resident: &Entry, _: &Suggestion, body: &mut Body, _: &mut Names) {
    put_people(kind, &[resident.id.to_string()], body);
}

/// A record made from another takes over the values that its fields declare.
fn from(
    kind: &'static Kind,
    source: &Entry,
    usual: &Suggestion,
    body: &mut Body,
    names: &mut Names,
) {
    if let Some(from) = kind.source() {
        body.insert(from.name.to_owned(), json!(source.id));
    }
    put_people(kind, &fitting(kind, row::people_of(source)), body);
    for field in kind.fields {
        let taken = field.takes.iter().find_map(|it| taken(*it, field, source, usual));
        body.extend(taken.map(|it| (field.name.to_owned(), it)));
        if let [Take::Theirs(partner)] = *field.takes {
            put_partner(field, partner, usual, body, names);
        }
    }
}

/// The value that a field takes over from a record, if there is one.
fn taken(take: Take, field: &Field, source: &Entry, usual: &Suggestion) -> Option<Value> {
    let theirs = |it: &&str| usual.owners.get(*it).is_some_and(|it| it.owner != Owner::Us.name());
    let words = match take {
        Take::Same => {
            let own = same(field, &source.kind).then(|| source.fields.get(field.name));
            return own.flatten().filter(|it| !is_empty(it)).cloned();
        }
        Take::Words => words(field, source),
        Take::Topic => topics(source).first().map(|it| label(Topic::CHOICES.name, it))?,
        Take::Theirs(_) => {
            let topics = topics(source);
            (*topics.iter().find(|it| theirs(it)).or(topics.first())?).to_owned()
        }
    };
    (!words.is_empty()).then(|| words.into())
}

/// Whether the kind of that name has the same field.
fn same(field: &Field, kind: &str) -> bool {
    domain::kind(kind).and_then(|it| it.field(field.name)) == Some(field)
}

/// Sets the partner that answers questions about the topic in a field.
fn put_partner(
    topic: &Field,
    partner: &str,
    usual: &Suggestion,
    body: &mut Body,
    names: &mut Names,
) {
    let answers = body.get(topic.name).and_then(|it| usual.owners.get(it.as_str()?));
    let Some((answers, id)) = answers.and_then(|it| Some((it, it.partner?))) else { return };
    names.insert(id, answers.name.clone());
    body.insert(partner.to_owned(), json!(id));
}

/// The topics of a record, as they are stored.
fn topics(source: &Entry) -> Vec<&str> {
    let fields = domain::kind(&source.kind).map_or(&[][..], |it| it.fields).iter();
    let topics = fields.filter(|it| match it.ty {
        Type::Choice(list) | Type::Choices(list) => *list == Topic::CHOICES,
        _ => false,
    });
    topics
        .flat_map(|it| filled(source, it.name).into_iter().chain(texts(source, it.name)))
        .collect()
}

fn put_people(kind: &Kind, people: &[String], body: &mut Body) {
    let Some(field) = kind.people().filter(|_| !people.is_empty()) else { return };
    let affected = PartyRole::Affected.name();
    let party = |who: &String| json!({ "who": who, "role": affected });
    let value = match field.ty {
        Type::Roles(..) => people.iter().map(party).collect(),
        _ => json!(people),
    };
    body.insert(field.name.to_owned(), value);
}

/// The residents of another record that a kind takes: an unknown person only if it allows one.
fn fitting(kind: &Kind, people: Vec<&str>) -> Vec<String> {
    let unknown = UNKNOWN.to_string();
    let takes = kind.fields.iter().any(Field::takes_unknown);
    people.into_iter().filter(|it| takes || *it != unknown).map(str::to_owned).collect()
}

/// The name of a record in its author's words, as much as the field takes.
fn words(field: &Field, source: &Entry) -> String {
    let words = domain::kind(&source.kind).map_or("", |it| it.title(&source.fields));
    if field.ty == Type::Line { line(words) } else { words.to_owned() }
}

fn line(words: &str) -> String {
    words.lines().next().unwrap_or_default().chars().take(LINE_LIMIT).collect()
}
