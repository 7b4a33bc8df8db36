//! What a site has decided for all its devices.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::field::{Field, Type};
use crate::issue::{Issue, Problem};
use crate::kind::{Order, Record};

/// The settings of the site. There is one record of them, whose id is made from the space.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SiteSettings {
    /// The name of the time zone by whose clock the site lives; where there is none, Oslo's.
    pub zone: String,
}

impl Record for SiteSettings {
    const KIND: &'static str = "site";
    const ORDER: Order = Order::Made;
    const FIELDS: &'static [Field] = &[Field::new("zone", Type::Line).hidden()];

    fn check(&self, _today: NaiveDate) -> Vec<Issue> {
        let name = |it: char| it.is_ascii_alphanumeric() || "/_+-".contains(it);
        let wrong = !self.zone.chars().all(name);
        wrong.then(|| Issue::new("zone", Problem::UnknownChoice)).into_iter().collect()
    }
}
