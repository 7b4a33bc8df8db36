//! A resident: the least data that serves.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use strum::{EnumString, VariantNames};

use crate::Id;
use crate::card::Card;
use crate::choice::Choices;
use crate::field::{Field, Type};
use crate::issue::{Issue, Problem};
use crate::kind::Record;
use crate::kinds::{Partner, PartnerKind, Unit};

/// Somebody who lives, or lived, in the building.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Resident {
    /// The full name.
    pub name: String,
    /// What the team calls them.
    pub display_name: String,
    /// BCP 47 tags, mother tongue first.
    pub languages: Vec<String>,
    /// How often an interpreter is needed.
    pub interpreter: Option<Interpreter>,
    /// The year alone; a full date or an identity number is never asked for.
    pub birth_year: Option<i64>,
    /// Where they live.
    pub unit: Option<Id>,
    /// The first day here.
    pub moved_in: Option<NaiveDate>,
    /// The last day here.
    pub moved_out: Option<NaiveDate>,
    /// Where to, in words.
    pub moved_to: String,
    /// Their own number.
    pub phone: String,
    /// Who is there for them, in which role.
    pub contacts: Vec<Contact>,
    /// Anything else a colleague needs to know.
    pub remarks: String,
    /// Who it turned out to be, where somebody was registered twice: what was written on either counts there.
    pub same_as: Option<Id>,
}

/// A partner in a role for one resident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The partner.
    pub who: Id,
    /// What they are to the resident.
    pub role: ContactRole,
}

/// How often a resident needs an interpreter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Interpreter {
    /// Never.
    None,
    /// For what matters, such as the doctor.
    Sometimes,
    /// Whenever something has to be understood.
    Always,
}

impl Interpreter {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("interpreter", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// The people «å forholde seg til» that a newly settled refugee is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ContactRole {
    /// The municipality's settlement officer.
    Settler,
    /// Nav's adviser.
    NavAdviser,
    /// The introduction programme's adviser.
    IntroductionAdviser,
    /// The general practitioner.
    Gp,
    /// The landlord's caretaker or office.
    Landlord,
    /// A regular interpreter.
    Interpreter,
    /// Anybody else.
    Other,
}

impl ContactRole {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("contact-role", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

impl ContactRole {
    /// The role that a partner of that kind mostly has for a resident.
    #[must_use]
    pub fn likely(partner: Option<PartnerKind>) -> Self {
        match partner {
            Some(PartnerKind::Nav) => Self::NavAdviser,
            Some(PartnerKind::Gp) => Self::Gp,
            Some(PartnerKind::Landlord | PartnerKind::HousingOffice) => Self::Landlord,
            Some(PartnerKind::Interpreter) => Self::Interpreter,
            _ => Self::Other,
        }
    }
}

/// The years of birth that can be stored; none is accepted that is yet to come.
const EARLIEST: i64 = 1900;
const LATEST: i64 = 2100;

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl Resident {
    pub const NAME: &'static str = "name";
    pub const DISPLAY_NAME: &'static str = "display_name";
    pub const LANGUAGES: &'static str = "languages";
    pub const INTERPRETER: &'static str = "interpreter";
    pub const BIRTH_YEAR: &'static str = "birth_year";
    pub const UNIT: &'static str = "unit";
    pub const MOVED_IN: &'static str = "moved_in";
    pub const MOVED_OUT: &'static str = "moved_out";
    pub const MOVED_TO: &'static str = "moved_to";
    pub const PHONE: &'static str = "phone";
    pub const CONTACTS: &'static str = "contacts";
    pub const REMARKS: &'static str = "remarks";
    pub const SAME_AS: &'static str = "same_as";
}

impl Record for Resident {
    const KIND: &'static str = "resident";
    const CARD: Card = Card::new("Person");
    const FIELDS: &'static [Field] = &[
        Field::new(Self::NAME, Type::Line).required().searched(),
        Field::new(Self::DISPLAY_NAME, Type::Line).searched(),
        Field::new(Self::LANGUAGES, Type::Languages).searched(),
        Field::new(Self::INTERPRETER, Type::Choice(&Interpreter::CHOICES)).significant(),
        Field::new(Self::BIRTH_YEAR, Type::Number { least: EARLIEST, most: LATEST }).searched(),
        Field::new(Self::UNIT, Type::Link(Unit::KIND)).significant(),
        Field::new(Self::MOVED_IN, Type::Day).significant(),
        Field::new(Self::MOVED_OUT, Type::Day).significant(),
        Field::new(Self::MOVED_TO, Type::Line),
        Field::new(Self::PHONE, Type::Phone).searched(),
        Field::new(Self::CONTACTS, Type::Roles(Partner::KIND, &ContactRole::CHOICES)),
        Field::new(Self::REMARKS, Type::Text).searched(),
        Field::new(Self::SAME_AS, Type::Link(Self::KIND)).significant().later(),
    ];

    fn check(&self, today: NaiveDate) -> Vec<Issue> {
        let mut issues = Vec::new();
        let most = i64::from(today.year());
        if self.birth_year.is_some_and(|it| most < it && it <= LATEST) {
            issues
                .push(Issue::new(Self::BIRTH_YEAR, Problem::OutOfRange { least: EARLIEST, most }));
        }
        if matches!((self.moved_in, self.moved_out), (Some(from), Some(to)) if to < from) {
            issues.push(Issue::new(Self::MOVED_OUT, Problem::EndsBeforeStart));
        }
        issues
    }
}

impl Resident {
    /// What to call them: the display name, or the full one where there is none.
    pub fn called(&self) -> &str {
        if self.display_name.trim().is_empty() { &self.name } else { &self.display_name }
    }
}
