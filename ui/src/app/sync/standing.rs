//! The state of a device's sync with its server.

use domain::Fault;
use domain::views::{Progress, Status};

use crate::kit::text::{self, t};

/// The reasons of a server's refusal that users can do something about, each with its text in a few
/// words and in whole sentences.
const REFUSALS: [(&str, &str, &str); 12] = [
    ("not-a-member", "refusal-member-short", "refusal-member"),
    ("unknown-space", "refusal-member-short", "refusal-member"),
    ("too-large", "refusal-size-short", "refusal-size"),
    ("busy", "refusal-busy-short", "refusal-busy"),
    ("server-storage", "refusal-storage-short", "refusal-storage"),
    ("server-unproven", "refusal-unproven-short", "refusal-unproven"),
    ("server-insecure", "refusal-insecure-short", "refusal-insecure"),
    ("server-broken", "refusal-broken-short", "refusal-broken"),
    ("server-wavers", "refusal-wavers-short", "refusal-wavers"),
    ("blocked", "refusal-blocked-short", "refusal-blocked"),
    ("damaged", "refusal-damaged-short", "refusal-damaged"),
    ("not-a-bomiljo-server", "refusal-stranger-short", "refusal-stranger"),
];

/// The state of sync.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing has been sent or fetched yet.
    Starting,
    /// Not everything is fetched yet.
    Fetching,
    /// Everything is sent and fetched.
    Sent,
    /// Some changes are yet to be sent.
    Waiting,
    /// There is no network, which is no fault.
    Offline,
    /// Some changes could not be sent.
    Unsent,
    /// All own changes are sent, but those of others could not be fetched.
    Unfetched,
}

/// The state of this device's sync.
pub fn standing(status: &Status) -> Standing {
    match (&status.trouble, status.waiting) {
        (Some(Fault::Offline), _) => Standing::Offline,
        (Some(_), 0) => Standing::Unfetched,
        (Some(_), _) => Standing::Unsent,
        (None, 1..) => Standing::Waiting,
        (None, 0) if status.fetching.is_some() => Standing::Fetching,
        (None, 0) if status.synced.is_none() => Standing::Starting,
        (None, 0) => Standing::Sent,
    }
}

/// Whether an attempt to send and fetch is over: `before` is the status when it was requested, and
/// `begun` is whether it has had time to begin.
pub fn is_over(before: &Status, now: &Status, begun: bool) -> bool {
    !now.syncing && (now.synced > before.synced || begun)
}

/// Why changes could not be sent or fetched, in a few words.
pub fn briefly(status: &Status) -> String {
    let known = |fault| refusal(fault).map(|it| t(it.1));
    let said = |fault| known(fault).unwrap_or_else(|| text::fault_briefly(fault));
    status.trouble.as_ref().map(said).unwrap_or_default()
}

/// The reason, that nothing is lost, and what to do.
pub fn at_length(fault: &Fault) -> String {
    refusal(fault).map_or_else(|| text::fault(fault), |it| t(it.2))
}

fn refusal(fault: &Fault) -> Option<&'static (&'static str, &'static str, &'static str)> {
    let Fault::Refused { reason } = fault else { return None };
    REFUSALS.iter().find(|it| it.0 == reason)
}

/// How much of the server's changes is here, in whole per cent.
pub fn percent(status: &Status) -> String {
    let done = |it: Progress| it.done.saturating_mul(100).checked_div(it.of);
    status.fetching.and_then(done).unwrap_or_default().to_string()
}

/// A number of changes, in the form that texts take.
pub fn count(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::*;

    fn status(trouble: Option<Fault>, waiting: u64) -> Status {
        Status { trouble, waiting, synced: Some(at(100)), ..Status::default() }
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    fn refused(reason: &str) -> Fault {
        Fault::Refused { reason: reason.to_owned() }
    }

    #[test]
    fn what_is_sent_what_waits_and_what_was_never_tried_are_told_apart() {
        assert_eq!(standing(&Status::default()), Standing::Starting);
        assert_eq!(standing(&status(None, 0)), Standing::Sent);
        assert_eq!(standing(&status(None, 3)), Standing::Waiting);
        assert_eq!(standing(&Status { synced: None, ..status(None, 3) }), Standing::Waiting);
    }

    #[test]
    fn what_is_not_all_here_yet_is_not_called_sent_and_fetched() {
        let fetching = Some(Progress { done: 3, of: 10 });
        assert_eq!(standing(&Status { fetching, ..status(None, 0) }), Standing::Fetching);
        let offline = Status { fetching, ..status(Some(Fault::Offline), 0) };
        assert_eq!(standing(&offline), Standing::Offline);
    }

    #[test]
    fn being_offline_is_no_failure_whatever_waits() {
        for waiting in [0, 3] {
            assert_eq!(standing(&status(Some(Fault::Offline), waiting)), Standing::Offline);
        }
    }

    #[test]
    fn what_cannot_be_sent_is_told_from_what_cannot_be_fetched() {
        assert_eq!(standing(&status(Some(refused("not-a-member")), 3)), Standing::Unsent);
        let untrusted = Fault::Untrusted { detail: "digest".to_owned() };
        assert_eq!(standing(&status(Some(untrusted), 0)), Standing::Unfetched);
    }

    #[test]
    fn a_refusal_that_people_can_do_something_about_has_words_of_its_own() {
        let before = Fault::Refused { reason: "busy".to_owned() };
        assert_eq!(at_length(&before), "refusal-busy");
        assert_eq!(briefly(&status(Some(refused("not-a-member")), 1)), "refusal-member-short");
        let other = Fault::Refused { reason: "malformed".to_owned() };
        assert_eq!(at_length(&other), "fault-refused");
    }

    #[test]
    fn an_attempt_is_over_when_it_got_through_or_has_come_to_rest() {
        let before = status(Some(Fault::Offline), 1);
        let through = Status { synced: Some(at(101)), ..Status::default() };
        assert!(is_over(&before, &through, false));
        assert!(!is_over(&before, &before, false), "it has not begun");
        assert!(is_over(&before, &before, true), "there is still no network");
        let busy = Status { syncing: true, ..before.clone() };
        assert!(!is_over(&before, &busy, true), "it goes on");
    }
}
