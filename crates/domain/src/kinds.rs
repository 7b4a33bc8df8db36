//! Every kind of record, one file each, and the list that makes them data.

mod activity;
mod appointment;
mod attendance;
mod disposal;
mod enquiry;
mod follow_up;
mod handover;
mod handover_item;
mod incident;
mod member;
mod notice;
mod partner;
mod parts;
mod pin;
mod referral;
mod resident;
mod site;
mod site_topic;
mod submission;
mod summary;
mod unit;
mod visit;
mod wording;

pub use activity::{Activity, ActivityStatus, AttendanceMode};
pub use appointment::{Appointment, AppointmentStatus};
pub use attendance::{Attendance, AttendanceStatus};
pub use disposal::{Destroyed, Disposal};
pub use enquiry::{Asker, Enquiry, EnquiryStatus};
pub use follow_up::FollowUp;
pub use handover::{Handover, HandoverStatus, Scope};
pub use handover_item::{Channel, Consent, ConsentHow, HandoverItem};
pub use incident::{
    Incident, IncidentStatus, IncidentType, Notified, Party, PartyRole, Reached, Seriousness,
};
pub use member::Member;
pub use notice::{Notice, NoticePlace, Wish};
pub use partner::{Partner, PartnerKind};
pub use parts::{AgendaLine, Blob, Hours, InLanguage, Period, Step};
pub use pin::Pin;
pub use referral::{Referral, ReferralStatus, Urgency};
pub use resident::{Contact, ContactRole, Interpreter, Resident};
pub use site::SiteSettings;
pub use site_topic::SiteTopic;
pub use submission::{Submission, SubmissionStatus};
pub use summary::{SUMMARY_DAYS, Summary, Wellbeing};
pub use unit::{Unit, UnitUse};
pub use visit::{Interpreting, OurPart, Outcome, Place, Visit};
pub use wording::{FILLED_IN, SiteWording};

use crate::kind::Kind;

/// All kinds, those that others point to first.
pub const KINDS: &[Kind] = &[
    Kind::of::<Unit>(),
    Kind::of::<Partner>(),
    Kind::of::<Member>(),
    Kind::of::<Resident>(),
    Kind::of::<Visit>(),
    Kind::of::<Appointment>(),
    Kind::of::<Incident>(),
    Kind::of::<Referral>(),
    Kind::of::<FollowUp>(),
    Kind::of::<Enquiry>(),
    Kind::of::<Activity>(),
    Kind::of::<Attendance>(),
    Kind::of::<Pin>(),
    Kind::of::<Handover>(),
    Kind::of::<HandoverItem>(),
    Kind::of::<Summary>(),
    Kind::of::<Notice>(),
    Kind::of::<Submission>(),
    Kind::of::<Disposal>(),
    Kind::of::<SiteTopic>(),
    Kind::of::<SiteSettings>(),
    Kind::of::<SiteWording>(),
];

/// The kind of that name, unless only a newer version knows it.
pub fn kind(name: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|it| it.name == name)
}
