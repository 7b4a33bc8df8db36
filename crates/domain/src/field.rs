//! A field of a record, declared as data: forms, storage, search, export,
//! history and the tests all read it from here.

pub mod composite;
mod value;

use serde_json::Value;

pub(crate) use value::is_plausible;
use value::unless;
pub use value::{
    ANY, LINE_LIMIT, LIST_LIMIT, RECEIVER, TEXT_LIMIT, Type, UNKNOWN, is_empty, kinds_behind,
    names_unknown, points_to, week,
};

use crate::issue::Problem;
use crate::kind::Record;
use crate::kinds::Resident;

/// Where a form shows a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// At once.
    First,
    /// Behind «mer».
    Later,
    /// Nowhere: the app fills it in.
    Hidden,
}

/// What a field of a new record begins with, unless the record says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Begin {
    /// The moment it is begun.
    Now,
    /// The next morning at ten.
    Tomorrow,
    /// The day that many days ahead.
    InDays(u8),
    /// A value.
    Is(&'static str),
}

/// What a field takes over from the record that a new one is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Take {
    /// The same field of a record of the same kind.
    Same,
    /// The text that names the other record; a line takes the first line of it.
    Words,
    /// The first topic, in words: for a record that residents get to read.
    Topic,
    /// The first topic that a partner answers for, and in the field named here that partner.
    Theirs(&'static str),
}

/// One field of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Hash)]
#[allow(clippy::struct_excessive_bools, reason = "any of them may hold with any other")]
pub struct Field {
    /// Its name in storage, on the wire and in the Fluent attribute that labels it.
    pub name: &'static str,
    /// What it holds.
    pub ty: Type,
    /// Whether a record without it is incomplete.
    pub required: bool,
    /// Whether a rule of its kind may ask for it.
    pub ruled: bool,
    /// Whether search reads it.
    pub searched: bool,
    /// Whether concurrent values raise a conflict although they were not typed.
    pub significant: bool,
    /// The value that an empty one counts as.
    pub otherwise: Option<&'static str>,
    /// What it begins with in a new record.
    pub begin: Option<Begin>,
    /// What it takes over, in the order that is tried.
    pub takes: &'static [Take],
    /// Where a form shows it.
    pub place: Place,
    /// The choice, and its values, with which a form shows it. None: a form always shows it.
    pub only: Option<(&'static str, &'static [&'static str])>,
}

impl Field {
    /// A field that may be left empty.
    pub const fn new(name: &'static str, ty: Type) -> Self {
        let (required, ruled, searched, significant) = (false, false, false, false);
        let (otherwise, begin, takes, place) = (None, None, &[], Place::First);
        let only = None;
        Self {
            name,
            ty,
            required,
            ruled,
            searched,
            significant,
            otherwise,
            begin,
            takes,
            place,
            only,
        }
    }

    /// It must be filled.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// A rule of the kind may ask for it, so no form says that it may be left empty.
    #[must_use]
    pub const fn ruled(mut self) -> Self {
        self.ruled = true;
        self
    }

    /// Search finds the record by it.
    #[must_use]
    pub const fn searched(mut self) -> Self {
        self.searched = true;
        self
    }

    /// Concurrent values raise a conflict.
    #[must_use]
    pub const fn significant(mut self) -> Self {
        self.significant = true;
        self
    }

    /// An empty one counts as `value` wherever a record is read: lists that others keep name a
    /// status only once there is something to say.
    #[must_use]
    pub const fn otherwise(mut self, value: &'static str) -> Self {
        self.otherwise = Some(value);
        self
    }

    /// A new record begins with it.
    #[must_use]
    pub const fn begins(mut self, begin: Begin) -> Self {
        self.begin = Some(begin);
        self
    }

    /// A record that is made from another takes it over.
    #[must_use]
    pub const fn takes(mut self, takes: &'static [Take]) -> Self {
        self.takes = takes;
        self
    }

    /// A form shows it when asked for more.
    #[must_use]
    pub const fn later(mut self) -> Self {
        self.place = Place::Later;
        self
    }

    /// No form shows it.
    #[must_use]
    pub const fn hidden(mut self) -> Self {
        self.place = Place::Hidden;
        self
    }

    /// A form shows it only with one of these values in another field, a choice; and always once it is filled in.
    #[must_use]
    pub const fn only_with(
        mut self,
        choice: &'static str,
        values: &'static [&'static str],
    ) -> Self {
        self.only = Some((choice, values));
        self
    }

    /// Whether it names the residents that a record concerns.
    pub fn names_people(&self) -> bool {
        matches!(self.ty, Type::Links(Resident::KIND) | Type::Roles(Resident::KIND, _))
    }

    /// Whether an unknown person may be among the residents it names.
    pub fn takes_unknown(&self) -> bool {
        !self.required && self.names_people()
    }

    /// Whether concurrent values are put before a person: of all that people typed, and of what is
    /// declared significant.
    pub const fn is_kept(&self) -> bool {
        use Type::{Agenda, Blob, Email, Line, Money, Number, Period, Phone, Steps, Text, Texts};
        self.significant
            || matches!(self.ty, Line | Phone | Email | Text | Number { .. })
            || matches!(self.ty, Texts | Steps | Agenda | Money | Period(_) | Blob)
    }

    /// What is wrong with `value`, if anything. `null` means empty.
    pub fn problem(&self, value: &Value) -> Option<Problem> {
        if is_empty(value) {
            return self.required.then_some(Problem::Missing);
        }
        let known = || self.takes_unknown() || self.ty.target().is_none() || !names_unknown(value);
        self.ty.problem(value).or_else(|| unless(known(), Problem::UnknownLink))
    }
}
