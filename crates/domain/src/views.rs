//! The replies of calls, besides entries.

mod attendees;
mod cases;
mod device;
mod records;
mod report;
mod residents;
mod search;
mod today;
mod verified;

pub use attendees::{Attendee, Attendees};
pub use cases::{Case, Cases, TopicAnswers};
pub use device::{Destination, Invitation, Progress, Salvaged, Site, SiteClock, Status};
pub use records::{Draft, Page, Revision, Saved};
pub use report::{ActivityCount, AnswerCount, Count, Report};
pub use residents::{ResidentRow, Residents, Suggestion};
pub use search::{Hit, Hits};
pub use today::Today;
pub use verified::Verified;
