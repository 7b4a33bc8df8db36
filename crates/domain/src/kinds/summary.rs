//! A summary of a resident for those who come next, under five fixed headings.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, VariantNames};

use crate::Id;
use crate::card::Card;
use crate::choice::Choices;
use crate::field::{Field, Type};
use crate::issue::{Issue, Problem};
use crate::kind::{Identity, Order, Record};
use crate::kinds::{Handover, Resident};

/// How long a summary holds, in days from its date.
pub const SUMMARY_DAYS: i64 = 14;

/// What a colleague writes about a resident in a handover, and a lead signs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Summary {
    /// The handover.
    pub handover: Option<Id>,
    /// The resident.
    pub resident: Option<Id>,
    /// How things are.
    pub state: Option<Wellbeing>,
    /// Who this is.
    pub who: String,
    /// What is open: what, who, by when.
    pub open: String,
    /// If this happens, then do that.
    pub if_then: String,
    /// What they want themselves.
    pub wishes: String,
    /// The day it describes.
    pub as_of: Option<NaiveDate>,
    /// The lead who signed.
    pub signed_by: String,
    /// What the lead signed: the words, as [`Summary::words`] puts them together.
    pub signed_words: String,
}

/// How things are with a resident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Wellbeing {
    /// All is well.
    Steady,
    /// Keep an eye on them.
    Watch,
    /// They need help now.
    Acute,
}

impl Wellbeing {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("wellbeing", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl Summary {
    pub const HANDOVER: &'static str = "handover";
    pub const RESIDENT: &'static str = "resident";
    pub const STATE: &'static str = "state";
    pub const WHO: &'static str = "who";
    pub const OPEN: &'static str = "open";
    pub const IF_THEN: &'static str = "if_then";
    pub const WISHES: &'static str = "wishes";
    pub const AS_OF: &'static str = "as_of";
    pub const SIGNED_BY: &'static str = "signed_by";
    pub const SIGNED_WORDS: &'static str = "signed_words";
}

impl Record for Summary {
    const KIND: &'static str = "summary";
    const ORDER: Order = Order::Made;
    const CARD: Card = Card::new("Note").title(&[Self::RESIDENT]).quote(Self::WHO);
    const IDENTITY: Identity = Identity::Of(&[Self::HANDOVER, Self::RESIDENT]);
    const FIELDS: &'static [Field] = &[
        Field::new(Self::HANDOVER, Type::Link(Handover::KIND)).required().hidden(),
        Field::new(Self::RESIDENT, Type::Link(Resident::KIND)).required().hidden(),
        Field::new(Self::STATE, Type::Choice(&Wellbeing::CHOICES)).required().significant(),
        Field::new(Self::WHO, Type::Text),
        Field::new(Self::OPEN, Type::Text),
        Field::new(Self::IF_THEN, Type::Text).ruled(),
        Field::new(Self::WISHES, Type::Text),
        Field::new(Self::AS_OF, Type::Day).required().hidden(),
        Field::new(Self::SIGNED_BY, Type::Member).significant().hidden(),
        Field::new(Self::SIGNED_WORDS, Type::Text).hidden(),
    ];

    fn check(&self, _today: NaiveDate) -> Vec<Issue> {
        let steady = self.state.is_none_or(|it| it == Wellbeing::Steady);
        let unsaid = !steady && self.if_then.trim().is_empty();
        unsaid.then(|| Issue::new(Self::IF_THEN, Problem::Missing)).into_iter().collect()
    }
}

impl Summary {
    /// All that a lead signs, in one text.
    pub fn words(&self) -> String {
        let state = self.state.map(Wellbeing::name).unwrap_or_default();
        let day = self.as_of.map(|it| it.to_string()).unwrap_or_default();
        let texts = [&self.who, &self.open, &self.if_then, &self.wishes].map(|it| it.trim());
        format!("{day} {state}\n\n{}", texts.join("\n\n")).trim().to_owned()
    }

    /// Whether a lead signed it as it stands. A word that changes afterwards makes it a draft again,
    /// also where a colleague changed it without a network.
    pub fn is_signed(&self) -> bool {
        !self.signed_by.is_empty() && self.signed_words == self.words()
    }

    /// The last day on which it can be relied on.
    pub fn expires(&self) -> Option<NaiveDate> {
        self.as_of?.checked_add_signed(chrono::TimeDelta::days(SUMMARY_DAYS))
    }
}
