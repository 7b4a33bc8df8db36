//! What a new record starts from: the usual, and what is known from where it came.

use chrono::{Days, NaiveTime};
use domain::Body;
use domain::calls::{Get, Suggest};
use domain::entry::Entry;
use domain::field::{Field, LINE_LIMIT, UNKNOWN};
use domain::views::Suggestion;
use serde_json::{Value, json};

use crate::app::session::App;
use crate::app::{api, navigation};
use crate::kit::format;
use crate::kit::text::label;
use crate::record::form::Names;
use crate::record::values::{filled, list, texts};

/// When an appointment is, unless somebody says otherwise.
const TEN: NaiveTime = match NaiveTime::from_hms_opt(10, 0, 0) {
    Some(ten) => ten,
    None => NaiveTime::MIN,
};

/// The beginning of a new record of a kind, as the address bar asks for it.
pub async fn of(app: App, kind: &'static str) -> (Body, Names) {
    let mut body = usual(app, kind);
    let mut names = Names::new();
    for (question, begin) in [("resident", about as Begin), ("from", from as Begin)] {
        let Some(id) = navigation::query(question).and_then(|it| it.parse().ok()) else { continue };
        let Ok(page) = api::call(Get { id }).await else { continue };
        if let Some(entry) = page.entries.first() {
            names.extend(page.names.clone());
            names.insert(id, crate::record::values::called(entry, &page.names));
            let usual = api::call(Suggest {}).await.unwrap_or_default();
            begin(kind, entry, &usual, &mut body, &mut names);
        }
    }
    (body, names)
}

type Begin = fn(&str, &Entry, &Suggestion, &mut Body, &mut Names);

/// The usual: now or soon, by me, planned.
fn usual(app: App, kind: &str) -> Body {
    let day = |days| (format::today() + Days::new(days)).to_string();
    let tomorrow = format::moment_of((format::today() + Days::new(1)).and_time(TEN));
    let body = match kind {
        "appointment" => json!({
            "status": "planned", "escort": app.me(), "at": format::stored(tomorrow),
        }),
        "incident" => json!({ "status": "open", "at": format::stored(format::now()) }),
        "referral" => json!({ "status": "draft", "urgency": "normal", "reply_by": day(7) }),
        "follow-up" => json!({ "owner": app.me(), "due": day(3) }),
        "activity" => json!({ "status": "planned", "responsible": app.me() }),
        _ => json!({}),
    };
    body.as_object().cloned().unwrap_or_default()
}

/// A record about a resident.
fn about(kind: &str, resident: &Entry, _: &Suggestion, body: &mut Body, _: &mut Names) {
    put_people(kind, &[resident.id.to_string()], body);
}

/// A record that comes of another.
fn from(kind: &str, source: &Entry, usual: &Suggestion, body: &mut Body, names: &mut Names) {
    body.insert("from".to_owned(), json!(source.id));
    put_people(kind, &fitting(kind, people(source)), body);
    match (source.kind.as_str(), kind) {
        ("appointment", "appointment") => {
            for field in ["purpose", "partner", "with", "place", "escort", "interpreter_ordered"] {
                if let Some(value) = source.fields.get(field) {
                    body.insert(field.to_owned(), value.clone());
                }
            }
        }
        // Not what was said, which is nobody's to read on the resident's slip.
        ("visit", "appointment") => {
            let topic = texts(source, "topics").next();
            put(body, "purpose", topic.map(|it| label("topic", it)).unwrap_or_default());
        }
        (_, "follow-up") => put(body, "what", line(words(source))),
        (_, "referral") => {
            put(body, "ask", words(source).to_owned());
            put_topic(source, usual, body, names);
        }
        _ => {}
    }
}

/// The topic that somebody else answers for, and that somebody.
fn put_topic(source: &Entry, usual: &Suggestion, body: &mut Body, names: &mut Names) {
    let foreign = |it: &&str| usual.owners.get(*it).is_some_and(|it| it.owner != "us");
    let topic = texts(source, "topics").find(foreign).or_else(|| texts(source, "topics").next());
    let Some(topic) = topic else { return };
    put(body, "topic", topic.to_owned());
    if let Some((answers, partner)) = usual.owners.get(topic).and_then(|it| Some((it, it.partner?)))
    {
        names.insert(partner, answers.name.clone());
        put(body, "to", partner.to_string());
    }
}

/// The residents that a record concerns, as it stores them.
fn people(source: &Entry) -> Vec<String> {
    let parties = list(source, "parties").filter_map(|it| it["who"].as_str());
    let named = ["residents", "about"].into_iter().flat_map(|it| texts(source, it));
    named.chain(parties).map(str::to_owned).collect()
}

fn put_people(kind: &str, people: &[String], body: &mut Body) {
    let party = |who: &String| json!({ "who": who, "role": "affected" });
    let (field, value): (_, Value) = match kind {
        "visit" | "appointment" => ("residents", json!(people)),
        "referral" | "follow-up" => ("about", json!(people)),
        "incident" => ("parties", people.iter().map(party).collect()),
        _ => return,
    };
    if !people.is_empty() {
        body.insert(field.to_owned(), value);
    }
}

/// Of those whom another record names, the ones that a field takes: not everywhere somebody unknown.
fn fitting(kind: &str, people: Vec<String>) -> Vec<String> {
    let fields = domain::kind(kind).map_or(&[][..], |it| it.fields);
    let unknown = UNKNOWN.to_string();
    let takes = fields.iter().any(Field::takes_unknown);
    people.into_iter().filter(|it| takes || *it != unknown).collect()
}

/// What a record says in its author's words.
fn words(source: &Entry) -> &str {
    let fields = ["note", "what", "ask", "purpose", "title"];
    fields.into_iter().find_map(|it| filled(source, it)).unwrap_or_default()
}

fn line(words: &str) -> String {
    words.lines().next().unwrap_or_default().chars().take(LINE_LIMIT).collect()
}

fn put(body: &mut Body, field: &str, words: String) {
    if !words.is_empty() {
        body.insert(field.to_owned(), words.into());
    }
}
