//! The replies of calls, besides entries.

mod attendees;
mod cases;
mod device;
mod emptying;
mod handover;
mod records;
mod report;
mod residents;
mod search;
mod today;
mod topics;
mod verified;

pub use attendees::{Attendee, Attendees};
pub use cases::{Case, Cases};
pub use device::{Colleague, Destination, Invitation, Progress, Salvaged, Site, SiteClock, Status};
pub use emptying::{Barrier, DeviceState, Emptying, LeavingDevice};
pub use handover::{
    HandoverPlan, HandoverToday, Matter, Refused, Remains, Reply, Standing, TakenOver, ToTell, Why,
};
pub use records::{Draft, Page, Revision, Saved};
pub use report::{ActivityCount, AnswerCount, Count, Report};
pub use residents::{ResidentRow, Residents, Suggestion};
pub use search::{Hit, Hits};
pub use today::Today;
pub use topics::{SiteTopicRow, TopicAnswers, TopicName};
pub use verified::Verified;
