//! A pin: it keeps a note in sight for those who come next.

use serde::{Deserialize, Serialize};

use crate::Id;
use crate::card::Card;
use crate::field::{ANY, Field, Type};
use crate::kind::{Identity, Order, Record};

/// A record is pinned. Its id is made from the record's, so that two colleagues who pin the same note
/// pin it once.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Pin {
    /// The record.
    pub note: Option<Id>,
}

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl Pin {
    pub const NOTE: &'static str = "note";
}

impl Record for Pin {
    const KIND: &'static str = "pin";
    const ORDER: Order = Order::Made;
    const CARD: Card = Card::new("Pin").title(&[Self::NOTE]);
    const IDENTITY: Identity = Identity::Of(&[Self::NOTE]);
    const FIELDS: &'static [Field] = &[Field::new(Self::NOTE, Type::Link(ANY)).required().hidden()];
}
