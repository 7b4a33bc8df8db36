//! Records as a table: a column per field, in the words of a language, and in such a form that an
//! import can read it again.

use std::fmt::{self, Display, Formatter};

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::choice::Choices;
use domain::entry::Entry;
use domain::field::UNKNOWN;
use domain::kinds::InLanguage;
use domain::views::Page;
use domain::{Id, Kind, Type, Zone, amount};
use serde_json::Value;

use crate::labels::{self, label};
use crate::{composite, heading, language};

/// What is written in a cell.
pub enum Cell {
    /// Words.
    Text(String),
    /// A whole number.
    Number(i32),
    /// A day.
    Day(NaiveDate),
    /// A moment, by the site's clock.
    Moment(NaiveDateTime),
}

impl Display for Cell {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => number.fmt(f),
            Self::Day(day) => day.fmt(f),
            Self::Moment(at) => f.write_str(&local_minute(*at)),
        }
    }
}

/// The headings, then a row for each record.
pub fn table(kind: &Kind, page: &Page, locale: &str, zone: &Zone) -> Vec<Vec<Cell>> {
    let headings = kind.fields.iter().map(|it| label(locale, kind.name, it.name));
    let headings = headings.chain([heading::ID]).map(|it| Cell::Text(it.to_owned()));
    let mut table = vec![headings.collect()];
    let words = Words { page, locale, zone };
    let row = |entry: &Entry| {
        let value = |name: &str| entry.fields.get(name).unwrap_or(&Value::Null);
        let cells = kind.fields.iter().map(|it| words.cell(&it.ty, value(it.name)));
        cells.chain([Cell::Text(entry.id.to_string())]).collect()
    };
    table.extend(page.entries.iter().map(row));
    table
}

/// The values of each record in words, with their labels. What is empty is left out.
pub fn words(kind: &Kind, page: &Page, locale: &str, zone: &Zone) -> Vec<Vec<[String; 2]>> {
    let words = Words { page, locale, zone };
    let of = |entry: &Entry| {
        let told = kind.fields.iter().filter_map(|field| {
            let word = words.cell(&field.ty, entry.fields.get(field.name)?).to_string();
            let label = label(locale, kind.name, field.name).to_owned();
            (!word.is_empty()).then_some([label, word])
        });
        told.collect()
    };
    page.entries.iter().map(of).collect()
}

struct Words<'a> {
    page: &'a Page,
    locale: &'a str,
    zone: &'a Zone,
}

impl Words<'_> {
    fn cell(&self, ty: &Type, value: &Value) -> Cell {
        let exact = match (ty, value) {
            (Type::Money, _) => None,
            (_, Value::Number(number)) => {
                number.as_i64().and_then(|it| it.try_into().ok()).map(Cell::Number)
            }
            (Type::Day, Value::String(day)) => day.parse().ok().map(Cell::Day),
            (Type::Moment, Value::String(at)) => at.parse().ok().map(|at| self.moment(at)),
            _ => None,
        };
        exact.unwrap_or_else(|| Cell::Text(self.text(ty, value)))
    }

    fn text(&self, ty: &Type, value: &Value) -> String {
        match (ty, value) {
            (_, Value::Null) => String::new(),
            (_, Value::Bool(yes)) => self.flag(*yes).to_owned(),
            (Type::Texts, _) => composite::write_texts(value, self.locale),
            (Type::Hours, _) => composite::write_hours(value, self.locale),
            (Type::Steps | Type::Agenda, _) => composite::write_lines(value),
            (Type::Period(precision), _) => composite::write_period(value, *precision, self.zone),
            (Type::Money, _) => value.as_i64().map(amount::write).unwrap_or_default(),
            (_, Value::Array(several)) => {
                let several: Vec<_> = several.iter().map(|it| self.text(ty, it)).collect();
                several.join("|")
            }
            (Type::Language | Type::Languages, Value::String(tag)) => {
                language::name(tag, self.locale)
            }
            (Type::Choice(choices) | Type::Choices(choices), Value::String(choice)) => {
                self.choice(choices, choice)
            }
            (Type::Link(_) | Type::Links(_) | Type::Member, Value::String(id)) => self.name(id),
            (Type::Roles(_, roles), Value::Object(_)) => self.role(roles, value),
            (Type::Calls(_, roles), Value::Object(_)) => {
                let at = value["at"].as_str().and_then(|it| it.parse().ok());
                let at = at.map(|at| minute(at, self.zone)).unwrap_or_default();
                format!("{}@{at}", self.role(roles, value))
            }
            (_, Value::String(text)) => text.clone(),
            (_, other) => other.to_string(),
        }
    }

    /// A moment; in the night when the clock shows a time twice, with what tells it from the other.
    fn moment(&self, at: DateTime<Utc>) -> Cell {
        match self.zone.twice(at) {
            Some(_) => Cell::Text(minute(at, self.zone)),
            None => Cell::Moment(self.zone.local(at)),
        }
    }

    fn flag(&self, yes: bool) -> &'static str {
        match (yes, self.locale) {
            (true, "en") => "yes",
            (false, "en") => "no",
            (true, _) => "ja",
            (false, _) => "nei",
        }
    }

    fn choice(&self, choices: &Choices, value: &str) -> String {
        let named = self.page.topics.iter().find(|it| it.topic == value);
        let own = named.map_or("", |it| InLanguage::pick(&it.name, self.locale));
        if choices.records.is_some() && !own.is_empty() {
            // A name with a sign that stands between two topics would be read as two.
            let apart = own.contains(['|', ',', ';', '\n']);
            return if apart { value } else { own }.to_owned();
        }
        label(self.locale, choices.name, value).to_owned()
    }

    fn name(&self, id: &str) -> String {
        let parsed = id.parse::<Id>().ok();
        if parsed == Some(UNKNOWN) {
            return label(self.locale, labels::UNKNOWN, "").to_owned();
        }
        let name = parsed.and_then(|it| self.page.names.get(&it));
        name.map_or_else(|| id.to_owned(), Clone::clone)
    }

    fn role(&self, roles: &Choices, value: &Value) -> String {
        let text = |name: &str| value[name].as_str().unwrap_or_default();
        format!("{}:{}", self.choice(roles, text("role")), self.name(text("who")))
    }
}

/// A moment to the minute, as people sort it; with its offset where the clock shows that time twice.
pub fn minute(at: DateTime<Utc>, zone: &Zone) -> String {
    let offset = zone.twice(at).map(|_| zone.written_offset(at)).unwrap_or_default();
    local_minute(zone.local(at)) + &offset
}

/// A time on the site's clock to the minute.
pub fn local_minute(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%d %H:%M").to_string()
}
