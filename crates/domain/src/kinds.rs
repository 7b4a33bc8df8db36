//! Every kind of record, one file each, and the list that makes them data.

mod partner;
mod resident;
mod unit;
mod visit;

pub use partner::{Partner, PartnerKind};
pub use resident::{Contact, ContactRole, Interpreter, Resident};
pub use unit::{Unit, UnitUse};
pub use visit::{Interpreting, OurPart, Outcome, Place, Visit};

use crate::kind::Kind;

/// All kinds, those that others point to first.
pub const KINDS: &[Kind] =
    &[Kind::of::<Unit>(), Kind::of::<Partner>(), Kind::of::<Resident>(), Kind::of::<Visit>()];

/// The kind of that name, unless only a newer version knows it.
pub fn kind(name: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|it| it.name == name)
}
