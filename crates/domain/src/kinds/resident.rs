//! A resident: the least data that serves.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::VariantNames;

use crate::Id;
use crate::choice::Choices;
use crate::field::{Field, Type};
use crate::issue::{Issue, Problem};
use crate::kind::Record;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
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

/// The people «å forholde seg til» that a newly settled refugee is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
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
    /// The role, as it is stored, that a partner of some sort mostly has for a resident.
    #[must_use]
    pub fn likely(partner: &str) -> &'static str {
        match partner {
            "nav" => "nav-adviser",
            "gp" => "gp",
            "landlord" | "housing-office" => "landlord",
            "interpreter" => "interpreter",
            _ => "other",
        }
    }
}

const INTERPRETER: Choices = Choices { name: "interpreter", values: Interpreter::VARIANTS };
const ROLES: Choices = Choices { name: "contact-role", values: ContactRole::VARIANTS };

impl Record for Resident {
    const KIND: &'static str = "resident";
    const FIELDS: &'static [Field] = &[
        Field::new("name", Type::Line).required().searched(),
        Field::new("display_name", Type::Line).searched(),
        Field::new("languages", Type::Languages).searched(),
        Field::new("interpreter", Type::Choice(&INTERPRETER)),
        Field::new("birth_year", Type::Number { least: 1900, most: 2100 }),
        Field::new("unit", Type::Link("unit")).significant(),
        Field::new("moved_in", Type::Day),
        Field::new("moved_out", Type::Day),
        Field::new("moved_to", Type::Line),
        Field::new("phone", Type::Phone).searched(),
        Field::new("contacts", Type::Roles("partner", &ROLES)),
        Field::new("remarks", Type::Text).searched(),
        Field::new("same_as", Type::Link("resident")).significant().later(),
    ];

    fn check(&self) -> Vec<Issue> {
        let mut issues = Vec::new();
        if matches!((self.moved_in, self.moved_out), (Some(from), Some(to)) if to < from) {
            issues.push(Issue::new("moved_out", Problem::EndsBeforeStart));
        }
        for (field, text) in [("name", &self.name), ("remarks", &self.remarks)] {
            if has_identity_number(text) {
                issues.push(Issue::new(field, Problem::IdentityNumber));
            }
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

/// Whether a text holds a Norwegian fødselsnummer or D-number: eleven digits whose
/// last two check out (forskrift til folkeregisterloven § 2-2-1).
fn has_identity_number(text: &str) -> bool {
    let unspaced: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    unspaced
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| run.len() == 11)
        .any(|run| checks_out(&run.bytes().map(|b| u32::from(b - b'0')).collect::<Vec<_>>()))
}

fn checks_out(digits: &[u32]) -> bool {
    const FIRST: [u32; 10] = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
    const SECOND: [u32; 11] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    let sum = |weights: &[u32]| weights.iter().zip(digits).map(|(w, d)| w * d).sum::<u32>();
    sum(&FIRST).is_multiple_of(11) && sum(&SECOND).is_multiple_of(11)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_number_is_recognised_and_a_phone_number_is_not() {
        assert!(has_identity_number("fnr 010190 00083 i brevet"));
        assert!(!has_identity_number("ring 00012345 eller +47 000 54 321"));
        assert!(!has_identity_number("saksnummer 12345678901"));
    }
}
