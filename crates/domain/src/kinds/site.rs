//! What a site has decided for all its devices.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::card::Card;
use crate::field::{Field, Type};
use crate::issue::{Issue, Problem};
use crate::kind::{Identity, Order, Record};

/// The settings of the site. There is one record of them, whose id is made from the space.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SiteSettings {
    /// The name of the time zone by whose clock the site lives; where there is none, Oslo's.
    pub zone: String,
}

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl SiteSettings {
    pub const ZONE: &'static str = "zone";
}

impl Record for SiteSettings {
    const KIND: &'static str = "site";
    const ORDER: Order = Order::Made;
    const CARD: Card = Card::new("House");
    const IDENTITY: Identity = Identity::Of(&[]);
    const FIELDS: &'static [Field] = &[Field::new(Self::ZONE, Type::Line).hidden()];

    fn check(&self, _today: NaiveDate) -> Vec<Issue> {
        let name = |it: char| it.is_ascii_alphanumeric() || "/_+-".contains(it);
        let wrong = !self.zone.chars().all(name);
        wrong.then(|| Issue::new(Self::ZONE, Problem::UnknownChoice)).into_iter().collect()
    }
}
