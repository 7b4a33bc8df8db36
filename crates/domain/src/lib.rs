//! What Bomiljø records: the kinds and their fields, the rules they keep, how
//! concurrent edits merge, and the calls every shell makes.
//!
//! Nothing here reads a file, a clock or a random number, so the same code runs
//! in the window, in the browser, on the command line and in the tests.

pub mod amount;
pub mod calls;
pub mod card;
pub mod causal;
pub mod change;
pub mod choice;
pub mod clock;
pub mod entry;
pub mod fault;
pub mod field;
pub mod fold;
pub mod handed;
pub mod handing_over;
pub mod issue;
pub mod kind;
pub mod kinds;
pub mod life;
pub mod merge;
pub mod paper;
pub mod sheet;
pub mod stop;
pub mod tally;
pub mod twins;
pub mod versions;
pub mod views;
pub mod written;
pub mod zone;

#[cfg(feature = "rules")]
mod identity;
mod or_set;

pub use calls::{Call, Request};
pub use change::{Change, ChangeRef, Edit, Payload};
pub use clock::Clock;
pub use entry::Entry;
pub use fault::Fault;
pub use field::{Field, Type};
pub use issue::{Issue, Problem};
pub use kind::{Body, Kind, Record, read, write};
pub use kinds::{
    Activity, Appointment, Attendance, Disposal, FollowUp, Handover, HandoverItem, Incident, KINDS,
    Member, Notice, Partner, Pin, Referral, Resident, SiteSettings, SiteTopic, SiteWording,
    Submission, Summary, Unit, Visit, kind,
};
pub use zone::Zone;

/// The id of a record, a device, a space or a group: a UUID, version 7 if it is made once, version
/// 8 if two devices must derive the same one.
pub type Id = uuid::Uuid;
