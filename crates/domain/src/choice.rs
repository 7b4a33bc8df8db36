//! The lists that people pick from. Each has a Fluent message of the same name whose attributes are the
//! labels. All but the topics are closed.

use serde::{Deserialize, Serialize};
use strum::{EnumString, VariantNames};

use crate::Id;
use crate::kind::Record;
use crate::kinds::SiteTopic;

/// A named list of values, as data.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Choices {
    /// The Fluent message that holds the labels.
    pub name: &'static str,
    /// The stored values, in the order people see them.
    pub values: &'static [&'static str],
    /// The kind of the records by which a site renames and hides values and adds its own; none for a
    /// closed list. An own value is the id of its record.
    pub records: Option<&'static str>,
}

impl Choices {
    /// A closed list.
    pub const fn new(name: &'static str, values: &'static [&'static str]) -> Self {
        Self { name, values, records: None }
    }

    /// Whether a value can be one of the list's.
    pub fn takes(&self, value: &str) -> bool {
        let own = || self.records.is_some() && value.parse::<Id>().is_ok();
        self.values.contains(&value) || own()
    }
}

/// What a conversation or a referral is about: the topics that every site begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Topic {
    /// Rent, benefits, bills.
    Economy,
    /// The apartment and what is wrong with it.
    Housing,
    /// Letters and forms that need reading or filling in.
    PostAndForms,
    /// Body and mind; never a diagnosis.
    Health,
    /// Electronic identity and everything digital.
    BankidAndDigital,
    /// The labour and welfare administration.
    Nav,
    /// Neighbours, noise, the stairwell.
    Neighbours,
    /// Children's school or own schooling.
    School,
    /// Finding and keeping work.
    Work,
    /// The introduction programme for newly settled refugees.
    IntroductionProgramme,
    /// Norwegian lessons.
    LanguageCourse,
    /// Bus cards, driving licences, finding the way.
    Transport,
    /// What to do with a free afternoon.
    Leisure,
    /// Family, here or elsewhere.
    Family,
    /// Residence permits and reunification.
    ResidencePermit,
    /// Feeling or being unsafe.
    Safety,
    /// Anything else.
    Other,
}

/// Who answers for a topic, so that advice is not given on somebody's behalf.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Owner {
    /// The team in the building.
    Us,
    /// The labour and welfare administration.
    Nav,
    /// Whoever owns the building.
    Landlord,
    /// The office that allocates municipal housing.
    HousingOffice,
    /// General practitioner, clinic, hospital.
    Health,
    /// Anybody else.
    Other,
}

impl Topic {
    /// Its labels and values. A site makes the list its own.
    pub const CHOICES: Choices =
        Choices { name: "topic", values: Self::VARIANTS, records: Some(SiteTopic::KIND) };

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }

    /// Who answers for it where a site has not said otherwise.
    pub const fn owner(self) -> Owner {
        match self {
            Self::Economy | Self::Nav | Self::IntroductionProgramme | Self::Work => Owner::Nav,
            Self::Housing => Owner::Landlord,
            Self::Health => Owner::Health,
            Self::School | Self::LanguageCourse | Self::ResidencePermit => Owner::Other,
            _ => Owner::Us,
        }
    }
}

impl Owner {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("owner", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}
