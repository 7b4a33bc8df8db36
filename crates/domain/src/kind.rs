//! The pattern every kind of record follows: a plain struct that declares its
//! fields, turned into data by [`Kind::of`].

use std::hash::{Hash, Hasher};

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::card::Card;
use crate::field::composite::{FROM, Precision, in_language};
use crate::field::{ANY, Field, Take, Type, is_empty};
#[cfg(feature = "rules")]
use crate::identity::has_identity_number;
use crate::issue::Issue;
#[cfg(feature = "rules")]
use crate::issue::Problem;
use crate::kinds::{KINDS, Partner};
use crate::life::{Life, Stage, Standing};

/// A record's values by field name, with those of newer versions kept as they came.
pub type Body = Map<String, Value>;

/// The name of the field with the record from which one is made.
pub const SOURCE: &str = "from";

/// How the records of a kind are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    /// By name.
    Name,
    /// By the moment or day in that field, latest first; one that has none, by when it was made.
    When(&'static str),
    /// By when they were made, latest first.
    Made,
    /// By when they were made; in the story of what they point to, by the date of the record in
    /// that field, whose page shows them.
    Of(&'static str),
}

/// A field that is set on a record when another is made from it, unless it is set already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Settled {
    /// The kind of the record that the other is made from.
    pub kind: &'static str,
    /// The field.
    pub field: &'static str,
    /// Its value.
    pub value: &'static str,
}

/// Where the id of a record comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Identity {
    /// It is made with the record.
    Own,
    /// It is derived from the values of these fields with the space's key, so that devices which
    /// never met name the same record. There is one record for the same values; without fields,
    /// one in the space.
    Of(&'static [&'static str]),
}

/// A kind of record.
pub trait Record: Default + Serialize + DeserializeOwned {
    /// Its name in storage, on the wire and in the locale files.
    const KIND: &'static str;
    /// Its fields, in the order people see them.
    const FIELDS: &'static [Field];
    /// How its records are listed.
    const ORDER: Order = Order::Name;
    /// How its records look as rows.
    const CARD: Card;
    /// The states of its records, where they have any.
    const LIFE: Option<Life> = None;
    /// What a record that one of them is made from says from then on.
    const SETTLES: &'static [Settled] = &[];
    /// Where the ids of its records come from.
    const IDENTITY: Identity = Identity::Own;

    /// Rules that need more than one field, or the day it is.
    fn check(&self, _today: NaiveDate) -> Vec<Issue> {
        Vec::new()
    }
}

/// A kind as data, for everything that treats all kinds alike.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// Its name.
    pub name: &'static str,
    /// Its fields.
    pub fields: &'static [Field],
    /// How its records are listed.
    pub order: Order,
    /// How its records look as rows.
    pub card: Card,
    /// The states of its records, where they have any.
    pub life: Option<Life>,
    /// What a record that one of them is made from says from then on.
    pub settles: &'static [Settled],
    /// Where the ids of its records come from.
    pub identity: Identity,
    #[cfg(feature = "rules")]
    rules: fn(&Body, NaiveDate) -> Vec<Issue>,
    #[cfg(feature = "rules")]
    retyped: fn(&Body) -> Body,
}

impl Hash for Kind {
    /// Of all that it declares; its rules are code.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { name, fields, order, card, life, settles, identity, .. } = self;
        (name, fields, order, card, life, settles, identity).hash(state);
    }
}

impl Kind {
    /// The data of a type.
    pub const fn of<R: Record>() -> Self {
        Self {
            name: R::KIND,
            fields: R::FIELDS,
            order: R::ORDER,
            card: R::CARD,
            life: R::LIFE,
            settles: R::SETTLES,
            identity: R::IDENTITY,
            #[cfg(feature = "rules")]
            rules: |body, today| read::<R>(body).check(today),
            #[cfg(feature = "rules")]
            retyped: |body| write(&read::<R>(body)),
        }
    }

    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|it| it.name == name)
    }

    /// Gives the fields that are empty the value that they count as.
    pub fn complete(&self, body: &mut Body) {
        for field in self.fields {
            let Some(value) = field.otherwise else { continue };
            let given = body.entry(field.name).or_insert(Value::Null);
            if is_empty(given) {
                *given = value.into();
            }
        }
    }

    /// Everything that is wrong with a record `today`, fields first, then the rules between
    /// them. Of the fields that were not `touched`, only the empty ones can be wrong:
    /// what a newer version wrote there is none of this one's business. No text takes an identity
    /// number.
    #[cfg(feature = "rules")]
    pub fn check(
        &self,
        body: &Body,
        today: NaiveDate,
        touched: impl Fn(&str) -> bool,
    ) -> Vec<Issue> {
        let wrong = |field: &Field| {
            let value = body.get(field.name).unwrap_or(&Value::Null);
            let ours = touched(field.name) || is_empty(value);
            let problem = || field.problem(value).or_else(|| identity_number(field, value));
            ours.then(problem)?.map(|problem| Issue::new(field.name, problem))
        };
        let mut issues: Vec<Issue> = self.fields.iter().filter_map(wrong).collect();
        issues.extend((self.rules)(body, today));
        issues
    }

    /// A body as the kind's type holds it: what the type does not understand is left out.
    #[cfg(feature = "rules")]
    pub fn retyped(&self, body: &Body) -> Body {
        (self.retyped)(body)
    }

    /// The value that names a record of this kind: its first line or text, of those that must
    /// be filled if there is one.
    pub fn title<'a>(&self, body: &'a Body) -> &'a str {
        self.title_in(body, "")
    }

    /// The same in a language, where the name is written in several.
    pub fn title_in<'a>(&self, body: &'a Body, language: &str) -> &'a str {
        let Some(field) = self.name_field() else { return "" };
        let name = body.get(field.name).unwrap_or(&Value::Null);
        match field.ty {
            Type::Texts => in_language(name, language),
            _ => name.as_str().unwrap_or_default(),
        }
    }

    /// The field that names a record of this kind.
    pub fn name_field(&self) -> Option<&'static Field> {
        let named = |it: &&Field| matches!(it.ty, Type::Line | Type::Text | Type::Texts);
        let mut words = self.fields.iter().filter(named);
        words.clone().find(|it| it.required).or_else(|| words.next())
    }

    /// Whether people write anything in its records. Those that are only ticked, as attendance is,
    /// are ticked again where two phones differ.
    pub fn has_words(&self) -> bool {
        self.name_field().is_some()
    }

    /// Whether people note its records down: what happens, and search finds. The rest are names,
    /// ticks on lists and settings.
    pub fn is_noted(&self) -> bool {
        self.happens() && self.is_searched()
    }

    /// Whether its records are notes of what has happened or was asked of others, rather than of what
    /// is to come.
    pub fn is_logged(&self) -> bool {
        let by_due = |life: &Life| life.due.is_some_and(|it| self.order == Order::When(it));
        self.is_noted() && !self.is_planned() && !self.life.as_ref().is_some_and(by_due)
    }

    /// Whether its records are planned before they happen.
    pub fn is_planned(&self) -> bool {
        let states = self.life.as_ref().map_or(&[][..], |it| it.states);
        states.iter().any(|it| it.standing == Standing::Planned)
    }

    /// The field with the partner who has to act on its records, if a partner ever has to.
    pub fn asked(&self) -> Option<&'static Field> {
        let states = self.life.as_ref()?.states;
        let asks = states.iter().any(|it| it.standing == Standing::Theirs);
        self.fields.iter().find(|it| asks && it.ty == Type::Link(Partner::KIND))
    }

    /// Whether its records are in order by a day rather than by a moment.
    pub fn is_by_day(&self) -> bool {
        let Order::When(field) = self.order else { return false };
        let by_day = |ty| matches!(ty, Type::Day | Type::Period(Precision::Day));
        self.field(field).is_some_and(|it| by_day(it.ty))
    }

    /// Whether its records are values of a list that sites make their own.
    pub fn is_listed(&self) -> bool {
        let fields = KINDS.iter().flat_map(|it| it.fields);
        let mut lists = fields.filter_map(|it| match it.ty {
            Type::Choice(list) | Type::Choices(list) => list.records,
            _ => None,
        });
        lists.any(|it| it == self.name)
    }

    /// Whether search finds its records.
    pub fn is_searched(&self) -> bool {
        self.fields.iter().any(|it| it.searched)
    }

    /// Whether its records are cases in one of their states.
    pub fn has_cases(&self) -> bool {
        self.life.as_ref().is_some_and(Life::has_cases)
    }

    /// The field that names the record from which one of them is made.
    pub fn source(&self) -> Option<&'static Field> {
        self.fields.iter().find(|it| it.name == SOURCE && it.ty == Type::Link(ANY))
    }

    /// Whether one of its records can be made from another and takes something over.
    pub fn takes_over(&self) -> bool {
        self.fields.iter().any(|it| !it.takes.is_empty())
    }

    /// Whether one of its records can be made from a record of any kind: it takes over the words.
    pub fn takes_words(&self) -> bool {
        self.fields.iter().any(|it| it.takes.contains(&Take::Words))
    }

    /// Whether one of its records passes a topic on to the partner that answers for it.
    pub fn passes_on(&self) -> bool {
        self.fields.iter().any(|it| it.takes.iter().any(|it| matches!(it, Take::Theirs(_))))
    }

    /// The field that names the residents its records concern.
    pub fn people(&self) -> Option<&'static Field> {
        self.fields.iter().find(|it| it.names_people())
    }

    /// What its life says of a record; nothing for a kind without one.
    pub fn stage<'a>(&'a self, body: &'a Body) -> Option<Stage<'a>> {
        self.life.as_ref().map(|it| Stage::new(it, self.fields, body))
    }

    /// Whether its records are listed by time rather than by name.
    pub fn happens(&self) -> bool {
        self.order != Order::Name
    }

    /// When what it records happens: the moment in the field that orders it, or noon of that day.
    pub fn moment(&self, body: &Body) -> Option<DateTime<Utc>> {
        let Order::When(field) = self.order else { return None };
        let value = body.get(field)?;
        let text = value.as_str().or_else(|| value[FROM].as_str())?;
        let noon = || text.parse::<NaiveDate>().ok()?.and_hms_opt(12, 0, 0);
        let exact = DateTime::parse_from_rfc3339(text).ok().map(|at| at.to_utc());
        exact.or_else(|| Some(noon()?.and_utc()))
    }
}

#[cfg(feature = "rules")]
fn identity_number(field: &Field, value: &Value) -> Option<Problem> {
    let written = matches!(
        field.ty,
        Type::Line | Type::Text | Type::Texts | Type::Member | Type::Steps | Type::Agenda
    );
    let held = written && field.ty.words(value).into_iter().any(has_identity_number);
    held.then_some(Problem::IdentityNumber)
}

/// The typed view of a body. Never fails: a value that this version doesn't
/// understand reads as empty here and stays untouched in the body.
pub fn read<R: Record>(body: &Body) -> R {
    let known = R::FIELDS.iter().filter_map(|field| {
        let value = body.get(field.name)?;
        let sound = !value.is_null() && field.problem(value).is_none();
        sound.then(|| (field.name.to_owned(), value.clone()))
    });
    serde_json::from_value(Value::Object(known.collect())).unwrap_or_default()
}

/// The body of a typed record; empty fields are left out.
pub fn write<R: Record>(record: &R) -> Body {
    let Ok(Value::Object(mut body)) = serde_json::to_value(record) else {
        return Body::new();
    };
    body.retain(|_, value| !is_empty(value));
    body
}
