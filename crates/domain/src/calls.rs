//! Every call a shell can make, declared once: the window, the browser worker,
//! the command line, the interface and the tests all speak this.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::change::Seen;
use crate::choice::{Owner, Topic};
use crate::entry::Entry;
use crate::fault::{Fault, Result};
use crate::kind::Body;
use crate::kinds::AttendanceStatus;
use crate::sheet::{Imported, Line};
use crate::views::{
    Attendees, Cases, Destination, Draft, Hits, Invitation, Page, Report, Residents, Revision,
    Saved, SiteClock, Status, Suggestion, Today, Verified,
};

/// A call, its name and the type of its answer.
pub trait Call: Serialize + Into<Request> {
    /// The name on the wire.
    const NAME: &'static str;
    /// What it answers with when it goes well.
    type Reply: Serialize + DeserializeOwned;
}

/// Carries out calls of one type.
pub trait Answers<C: Call> {
    /// Carries out a call.
    ///
    /// Fails with what went wrong; nothing has been written then.
    fn answer(&self, call: C) -> impl Future<Output = Result<C::Reply>>;
}

/// A reply as it travels.
fn json(reply: &impl Serialize) -> Result<String> {
    serde_json::to_string(reply).map_err(|error| Fault::BadCall { detail: error.to_string() })
}

#[derive(Deserialize)]
struct Envelope {
    call: String,
    args: Body,
}

/// Takes one argument out; one that is missing is `null`, which most types refuse.
fn take<T: DeserializeOwned>(args: &mut Body, name: &str) -> serde_json::Result<T> {
    let value = args.remove(name).unwrap_or_default();
    T::deserialize(value).map_err(|error| serde_json::Error::custom(format!("{name}: {error}")))
}

macro_rules! calls {
    ($($(#[$doc:meta])+ $name:ident = $wire:literal { $($(#[$field_doc:meta])+ $field:ident: $ty:ty),* $(,)? } -> $reply:ty;)+) => {
        $(
            $(#[$doc])+
            #[derive(Debug, Clone, PartialEq, Serialize)]
            pub struct $name { $($(#[$field_doc])+ pub $field: $ty),* }

            impl Call for $name {
                const NAME: &'static str = $wire;
                type Reply = $reply;
            }

            impl From<$name> for Request {
                fn from(call: $name) -> Self { Self::$name(call) }
            }
        )+

        /// Any call, as it travels: `{"call": "save", "args": {…}}`.
        #[derive(Debug, Clone, PartialEq, Serialize)]
        #[serde(tag = "call", content = "args")]
        pub enum Request {
            $($(#[$doc])+ #[serde(rename = $wire)] $name($name)),+
        }

        impl Request {
            /// Reads a call. By hand, since what serde derives for this is many times
            /// the size, and a browser has to download it.
            pub fn from_json(text: &str) -> serde_json::Result<Self> {
                let Envelope { call, mut args } = serde_json::from_str(text)?;
                Ok(match call.as_str() {
                    $($wire => Self::$name($name {
                        $($field: take(&mut args, stringify!($field))?),*
                    }),)+
                    _ => return Err(serde_json::Error::custom("no such call")),
                })
            }
        }

        /// Carries out any call. The answer is its reply as JSON.
        pub async fn answer<A>(answers: &A, request: Request) -> Result<String>
        where
            A: $(Answers<$name> +)+ Sized,
        {
            match request {
                $(Request::$name(call) => json(&answers.answer(call).await?)),+
            }
        }

        /// The names of all calls.
        pub const NAMES: &[&str] = &[$($wire),+];
    };
}

calls! {
    /// Tells where this device stands.
    GetStatus = "status" {} -> Status;
    /// Shows the clock on the site's wall.
    GetClock = "clock" {} -> SiteClock;
    /// Says by which time zone the site lives: all its devices, whatever they are set to.
    SetZone = "set-zone" {
        /// Its name in the IANA database.
        zone: String,
    } -> Saved;
    /// Answers when something has changed since `seen`, at the latest after half a minute.
    Watch = "watch" {
        /// The version last shown.
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
    /// Tells where a join code leads, and joins nothing.
    ReadCode = "read-code" {
        /// The code.
        code: String,
    } -> Destination;
    /// Joins a site that a colleague's device has started.
    Join = "join" {
        /// The code their device shows.
        code: String,
        /// The name of this device's owner.
        name: String,
    } -> Status;
    /// Shows the code that lets a colleague join.
    Invite = "invite" {} -> Invitation;
    /// Talks to the server now.
    Sync = "sync" {} -> Status;
    /// Saves the fields that differ, or says everything that is wrong. Ends the record's draft.
    Save = "save" {
        /// The record, with what its author had seen.
        entry: Entry,
    } -> Saved;
    /// Saves several records as one action, so that one undo takes all of it back: all of them
    /// or none. Answers with what to undo.
    SaveAll = "save-all" {
        /// The records, those that others point to first.
        entries: Vec<Entry>,
    } -> Option<Id>;
    /// Moves a record to the bin. An edit that its author hadn't seen keeps it out of there, and
    /// somebody is asked.
    Delete = "delete" {
        /// Which.
        id: Id,
        /// What its author has seen of it; without it, all that is there.
        seen: Option<Seen>,
    } -> Saved;
    /// Takes a record out of the bin.
    Restore = "restore" {
        /// Which.
        id: Id,
    } -> Saved;
    /// Lists what lies in the bin, latest change first.
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
    /// Lists the appointments that are still to come after today, the soonest first.
    GetAppointments = "appointments" {
        /// At most so many, and never more than 500.
        limit: u32,
    } -> Page;
    /// Lists the appointments before today of which nobody has said how they went, the latest first.
    GetUnsettled = "unsettled" {
        /// At most so many, and never more than 500.
        limit: u32,
    } -> Page;
    /// Lists the conversations that left us something to do which nobody has taken up, latest first.
    GetOpenVisits = "open-visits" {
        /// At most so many, and never more than 500.
        limit: u32,
        /// After so many.
        skip: u32,
    } -> Page;
    /// Takes back one action of this device, as a new change.
    Undo = "undo" {
        /// What saving answered.
        group: Id,
    } -> ();
    /// Reads one record.
    Get = "get" {
        /// Which.
        id: Id,
    } -> Page;
    /// Tells who changed a record, when, and to what; oldest first.
    History = "history" {
        /// Which.
        id: Id,
    } -> Vec<Revision>;
    /// Lists the records of a kind, latest first, or by name where they have no time.
    List = "list" {
        /// The kind's name.
        kind: String,
        /// At most so many, and never more than 500.
        limit: u32,
        /// After so many.
        skip: u32,
    } -> Page;
    /// All records of somebody who was registered twice, the one that counts first; none of others.
    GetSame = "same" {
        /// One of the records.
        id: Id,
    } -> Page;
    /// Lists what points to a record, latest first: a resident's timeline.
    About = "about" {
        /// The record pointed to.
        id: Id,
        /// At most so many, and never more than 500.
        limit: u32,
        /// After so many.
        skip: u32,
    } -> Page;
    /// Lists what somebody still has to do about a record: what points to it and is not closed, latest
    /// first and at most 500. Conversations are listed by [`GetOpenVisits`].
    GetOpenAbout = "open-about" {
        /// The record pointed to.
        id: Id,
    } -> Page;
    /// Lists residents by name, those who match `text` when there is any.
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
    /// Proposes what a new conversation starts from.
    Suggest = "suggest" {} -> Suggestion;
    /// Guesses in which language one talks with a resident, if there is anything to go by.
    GuessLanguage = "guess-language" {
        /// The resident.
        resident: Id,
    } -> Option<String>;
    /// Gathers the start page.
    GetToday = "today" {} -> Today;
    /// Gathers incidents, referrals and follow-ups.
    GetCases = "cases" {} -> Cases;
    /// Lists those who are signed up or came, then those who may: who match `text` when there is any.
    GetAttendees = "attendees" {
        /// The activity.
        activity: Id,
        /// What was typed so far.
        text: String,
        /// At most so many, and never more than 500.
        limit: u32,
    } -> Attendees;
    /// Notes whether a resident is at an activity. Two devices that note it make one record.
    Attend = "attend" {
        /// The activity.
        activity: Id,
        /// The resident.
        resident: Id,
        /// Whether they came; none takes them off the list.
        status: Option<AttendanceStatus>,
    } -> Saved;
    /// Takes back that a resident is noted so at an activity: what was noted before stands again, or
    /// nothing. Where something else is noted by now, nothing changes.
    Untick = "untick" {
        /// The activity.
        activity: Id,
        /// The resident.
        resident: Id,
        /// What is taken back.
        status: AttendanceStatus,
    } -> Saved;
    /// Counts on, or back, the people at an activity whose names are not taken. What several
    /// devices count adds up.
    CountOn = "count-on" {
        /// The activity.
        activity: Id,
        /// How many more; fewer when negative.
        by: i64,
    } -> Saved;
    /// Says who answers for a topic here.
    OwnTopic = "own-topic" {
        /// The topic.
        topic: Topic,
        /// Who answers for it.
        owner: Owner,
        /// The partner that questions go to; where none is named, the likeliest.
        partner: Option<Id>,
        /// Whether they go to no particular partner instead.
        no_partner: bool,
    } -> Saved;
    /// Counts what was done from one day to another, both included.
    GetReport = "report" {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    } -> Report;
    /// Searches everything, forgiving of ø and o, accents and scripts, and of slips where nobody
    /// has written such a word.
    Search = "search" {
        /// What was typed so far.
        text: String,
        /// What kinds and values of lists are called where this is typed, by `list.value`: the
        /// list of kinds is `kind`, that of languages `language`.
        named: Option<BTreeMap<String, String>>,
        /// At most so many of a kind, and never more than 500.
        limit: u32,
    } -> Hits;
    /// Keeps a form as it is.
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
        /// The record it would have become.
        id: Id,
    } -> ();
    /// Says what would become of each row of a table, and writes nothing.
    Preview = "preview" {
        /// The kind's name.
        kind: String,
        /// The rows.
        lines: Vec<Line>,
    } -> Imported;
    /// Writes the rows that are sound and not here yet; a row that was imported before adds nothing.
    Import = "import" {
        /// The kind's name.
        kind: String,
        /// The rows.
        lines: Vec<Line>,
    } -> Imported;
    /// Reads every record of a kind, for a file. Links go by the names that an import finds them by.
    Export = "export" {
        /// The kind's name.
        kind: String,
    } -> Page;
    /// Looks whether the file is whole, rebuilds every record from the log and compares.
    Verify = "verify" {} -> Verified;
}
