//! Every call a shell can make, declared once. The window, the browser worker, the command line,
//! the interface and the tests all use these.

#[macro_use]
mod declare;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use serde::de::Error;

use crate::Id;
use crate::change::Seen;
use crate::choice::Owner;
use crate::entry::Entry;
use crate::fault::Result;
use crate::kind::Body;
use crate::kinds::AttendanceStatus;
use crate::sheet::{Imported, Line};
use crate::views::{
    Attendees, Case, Cases, Destination, Draft, Emptying, HandoverPlan, Hits, Invitation, Page,
    Reply, Report, Residents, Revision, Saved, SiteClock, SiteTopicRow, Status, Suggestion,
    TakenOver, Today, Verified,
};

use declare::{Envelope, json, take};

pub use declare::{Answers, Call};

calls! {
    /// Reads the state of this device.
    GetStatus = "status" {} -> Status;
    /// Reads the site's clock and time zone.
    GetClock = "clock" {} -> SiteClock;
    /// Sets the site's time zone, which decides days and hours on all its devices.
    SetZone = "set-zone" {
        /// Its name in the IANA database.
        zone: String,
    } -> Saved;
    /// Answers when something has changed since `seen`, after half a minute at the latest.
    Watch = "watch" {
        /// The `last` of the versions that were shown.
        seen: u64,
    } -> Status;
    /// Chooses the interface language.
    SetLocale = "set-locale" {
        /// A BCP 47 tag.
        locale: String,
    } -> Status;
    /// Starts a site on a server, with this device as its first.
    Found = "found" {
        /// The server's address.
        server: String,
        /// What people call the site.
        site: String,
        /// The name of this device's owner.
        name: String,
    } -> Status;
    /// Reads where a join code leads. Joins nothing.
    ReadCode = "read-code" {
        /// The code.
        code: String,
    } -> Destination;
    /// Joins a site that a colleague's device has started.
    Join = "join" {
        /// The code their device shows.
        code: String,
        /// The name of this device's owner; not needed where the code names the member.
        name: String,
    } -> Status;
    /// Shows the code that lets a colleague's device join, or another device of a member.
    Invite = "invite" {
        /// The member whose device is to join; without one, a newcomer's.
        member: Option<Id>,
    } -> Invitation;
    /// Talks to the server now.
    Sync = "sync" {} -> Status;
    /// Saves the fields that differ, or returns every problem. What else is in the record's draft
    /// stays there.
    Save = "save" {
        /// The record, with what its author saw.
        entry: Entry,
    } -> Saved;
    /// Saves the fields that differ, or returns every problem. Ends the record's draft, also what
    /// was typed there and taken back since.
    SaveForm = "save-form" {
        /// The record, with what its author saw.
        entry: Entry,
    } -> Saved;
    /// Saves several records in one group, all of them or none, so that one undo takes all back.
    /// Answers with the group.
    SaveAll = "save-all" {
        /// The records. A record comes before those that point to it.
        entries: Vec<Entry>,
    } -> Option<Id>;
    /// Moves a record to the bin. An edit that the author had not seen keeps the record out of the
    /// bin and raises a conflict.
    Delete = "delete" {
        /// Which.
        id: Id,
        /// What the author saw of the record. Without it, the current heads are assumed.
        seen: Option<Seen>,
    } -> Saved;
    /// Takes a record out of the bin.
    Restore = "restore" {
        /// Which.
        id: Id,
    } -> Saved;
    /// Lists the records in the bin, latest change first.
    Bin = "bin" {
        /// At most so many, and never more than 500.
        limit: u32,
        /// After so many.
        skip: u32,
    } -> Page;
    /// Lists the records where a person must choose between versions, latest change first.
    GetConflicts = "conflicts" {
        /// At most so many, and never more than 500.
        limit: u32,
        /// After so many.
        skip: u32,
    } -> Page;
    /// Lists the appointments after today, the soonest first.
    GetAppointments = "appointments" {
        /// At most so many, and never more than 500.
        limit: u32,
    } -> Page;
    /// Lists the appointments before today that have no outcome yet, the latest first.
    GetUnsettled = "unsettled" {
        /// At most so many, and never more than 500.
        limit: u32,
    } -> Page;
    /// Lists the visits that left the team something to do and have no follow-up, latest first.
    GetOpenVisits = "open-visits" {
        /// At most so many, and never more than 500.
        limit: u32,
        /// After so many.
        skip: u32,
    } -> Page;
    /// Takes back one group of this device, as a new change.
    Undo = "undo" {
        /// The group that the save answered with.
        group: Id,
    } -> ();
    /// Reads one record.
    Get = "get" {
        /// Which.
        id: Id,
    } -> Page;
    /// Lists a record's revisions, oldest first: who changed what, when.
    History = "history" {
        /// Which.
        id: Id,
    } -> Vec<Revision>;
    /// Lists the records of a kind, latest first, or by name if the kind has no time.
    List = "list" {
        /// The kind's name.
        kind: String,
        /// At most so many, and never more than 500.
        limit: u32,
        /// After so many.
        skip: u32,
    } -> Page;
    /// Lists all records of a resident who is registered more than once, the surviving one first.
    /// Empty for other records.
    GetSame = "same" {
        /// One of the records.
        id: Id,
    } -> Page;
    /// Lists the records that point to a record, latest first: a resident's timeline.
    About = "about" {
        /// The record pointed to.
        id: Id,
        /// At most so many, and never more than 500.
        limit: u32,
        /// After so many.
        skip: u32,
    } -> Page;
    /// Lists the records that point to a record and are not closed, latest first and at most 500.
    /// Visits are listed by [`GetOpenVisits`].
    GetOpenAbout = "open-about" {
        /// The record pointed to.
        id: Id,
    } -> Page;
    /// Lists residents by name; only those who match `text`, if there is any.
    ListResidents = "residents" {
        /// What was typed so far.
        text: String,
        /// Whether to list those who have moved out instead.
        gone: bool,
        /// At most so many, and never more than 500.
        limit: u32,
        /// After so many.
        skip: u32,
    } -> Residents;
    /// Proposes the starting values of a new visit.
    Suggest = "suggest" {} -> Suggestion;
    /// Guesses the language of a visit with a resident; none without a basis.
    GuessLanguage = "guess-language" {
        /// The resident.
        resident: Id,
    } -> Option<String>;
    /// Gathers the start page.
    GetToday = "today" {} -> Today;
    /// Gathers incidents, referrals and follow-ups.
    GetCases = "cases" {} -> Cases;
    /// Lists the residents who are signed up or came, then other residents; only those who match
    /// `text`, if there is any.
    GetAttendees = "attendees" {
        /// The activity.
        activity: Id,
        /// What was typed so far.
        text: String,
        /// At most so many, and never more than 500.
        limit: u32,
    } -> Attendees;
    /// Sets a resident's status at an activity. Two devices that set it write one record.
    Attend = "attend" {
        /// The activity.
        activity: Id,
        /// The resident.
        resident: Id,
        /// The status; none takes the resident off the list.
        status: Option<AttendanceStatus>,
    } -> Saved;
    /// Takes back a resident's status at an activity: the one before it applies again, or none.
    /// Changes nothing if another status has been set since.
    Untick = "untick" {
        /// The activity.
        activity: Id,
        /// The resident.
        resident: Id,
        /// The status to take back.
        status: AttendanceStatus,
    } -> Saved;
    /// Adds to the number of unnamed people at an activity. The steps of several devices add up.
    CountOn = "count-on" {
        /// The activity.
        activity: Id,
        /// How many more; fewer when negative.
        by: i64,
    } -> Saved;
    /// Lists all handovers, the last day first.
    GetHandovers = "handovers" {} -> Page;
    /// Gathers what a handover is about: every matter, with its receiver, and every resident to tell.
    GetHandover = "handover" {
        /// The handover.
        id: Id,
    } -> HandoverPlan;
    /// Lists what is not settled and is a member's.
    GetTheirs = "theirs" {
        /// The member.
        member: Id,
    } -> Vec<Case>;
    /// Offers matters to a receiver, all of them or none. One undo takes all back.
    PlaceMatters = "place-matters" {
        /// The handover.
        handover: Id,
        /// The matters, as they stand in it.
        matters: Vec<Id>,
        /// A partner or a member.
        receiver: Id,
        /// What each item says besides: consent, and the day from which it is the receiver's.
        fields: Body,
    } -> Option<Id>;
    /// Keeps matters with a lead, all of them or none. One undo takes all back.
    KeepMatters = "keep-matters" {
        /// The handover.
        handover: Id,
        /// The matters, as they stand in it.
        matters: Vec<Id>,
        /// Why.
        reason: String,
        /// The day on which the lead looks at them again.
        review: NaiveDate,
    } -> Option<Id>;
    /// Notes that a receiver learns of the matters that are offered to them by a package.
    SendPackage = "send-package" {
        /// The handover.
        handover: Id,
        /// The partner.
        receiver: Id,
    } -> Option<Id>;
    /// Reads what a receiver answered in a package, and notes each answer that still fits.
    ReadReply = "read-reply" {
        /// The content of the file.
        text: String,
    } -> Reply;
    /// Takes over what another site hands over, with its history. What is here already stays as it is.
    TakeOver = "take-over" {
        /// What a package holds as data.
        text: String,
    } -> TakenOver;
    /// Pins a note for those who come next, or unpins it.
    PinNote = "pin-note" {
        /// The record.
        note: Id,
        /// Whether it is to be pinned.
        pinned: bool,
    } -> Saved;
    /// Lists the pinned notes that concern a resident, the latest pin first.
    GetPinned = "pinned" {
        /// The resident.
        about: Id,
    } -> Page;
    /// Notes that a resident was not at home. The attempts of several devices add up.
    NotHome = "not-home" {
        /// The handover.
        handover: Id,
        /// The resident.
        resident: Id,
    } -> Saved;
    /// Closes a handover. Refused while a matter is neither settled nor accepted nor kept by a lead.
    CloseHandover = "close-handover" {
        /// The handover.
        id: Id,
    } -> Saved;
    /// Gathers the devices that leave with a handover, and the archives.
    GetEmptying = "emptying" {
        /// The handover.
        handover: Id,
    } -> Emptying;
    /// Empties this device: sends everything, says so, destroys the key and all that is stored, and says that.
    /// Refused while something on it is nowhere else.
    EmptyDevice = "empty-device" {
        /// The handover by which it leaves.
        handover: Id,
    } -> ();
    /// Notes what became of a device that cannot say itself that it is empty.
    NoteDevice = "note-device" {
        /// The handover by which it leaves.
        handover: Id,
        /// The device.
        device: Id,
        /// What a lead knows of it.
        words: String,
    } -> Saved;
    /// Sets who answers for a topic at this site.
    OwnTopic = "own-topic" {
        /// The topic, as it is stored in other records.
        topic: String,
        /// Who answers for it.
        owner: Owner,
        /// The partner for questions about it; without one, the likeliest is used.
        partner: Option<Id>,
        /// Whether questions go to no particular partner.
        no_partner: bool,
    } -> Saved;
    /// Lists the site's topics in their order, those that are hidden too.
    GetTopics = "topics" {} -> Vec<SiteTopicRow>;
    /// Puts the site's topics in an order.
    OrderTopics = "order-topics" {
        /// All topics, as they are stored in other records.
        topics: Vec<String>,
    } -> Option<Id>;
    /// Counts what was done between two days, both included.
    GetReport = "report" {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    } -> Report;
    /// Searches everything. Ignores accents and the difference between ø and o or between scripts.
    /// Allows typing errors if no text has the typed word.
    Search = "search" {
        /// What was typed so far.
        text: String,
        /// The labels of kinds and of values of lists in the user's language, by `list.value`. The
        /// list of kinds is `kind`, that of languages `language`.
        named: Option<BTreeMap<String, String>>,
        /// At most so many of a kind, and never more than 500.
        limit: u32,
    } -> Hits;
    /// Stores the draft of a form; ends it when nothing is in it.
    KeepDraft = "keep-draft" {
        /// The form.
        draft: Draft,
    } -> ();
    /// Reads the draft of one record, if there is one.
    GetDraft = "draft" {
        /// The record it will become.
        id: Id,
    } -> Option<Draft>;
    /// Throws a draft away.
    DropDraft = "drop-draft" {
        /// The record the draft would have become.
        id: Id,
    } -> ();
    /// Computes what an import would do with each row of a table. Writes nothing.
    Preview = "preview" {
        /// The kind's name.
        kind: String,
        /// The rows.
        lines: Vec<Line>,
    } -> Imported;
    /// Imports the rows that are valid and new. A row that was imported before adds nothing.
    Import = "import" {
        /// The kind's name.
        kind: String,
        /// The rows.
        lines: Vec<Line>,
    } -> Imported;
    /// Reads every record of a kind, for a file. A link is written as the name by which an import
    /// finds it.
    Export = "export" {
        /// The kind's name.
        kind: String,
    } -> Page;
    /// Checks that the file is whole, rebuilds every record from the log and compares.
    Verify = "verify" {} -> Verified;
}
