//! The state of the device, for the pages that watch it.

use chrono::{DateTime, Utc};
use domain::Fault;
use domain::calls::{self, Answers};
use domain::fault::Result;
use domain::versions::Touched;
use domain::views::{Progress, Site, Status};
use store::{Space, Store};

use crate::App;
use crate::calls::authors::People;
use crate::calls::{time_zone, topics};
use crate::sync::snapshot::{Offer, Taking};

/// How long a watch lasts without news, in milliseconds.
const WATCH: u64 = 30_000;

/// Milliseconds.
const MINUTE: u64 = 60_000;
const DAY: u64 = 24 * 60 * MINUTE;

/// What is known of the contact with the server.
#[allow(clippy::struct_excessive_bools, reason = "any of them may hold with any other")]
#[derive(Debug, Default)]
pub struct Net {
    /// When all was last known to be sent and fetched.
    pub synced: Option<DateTime<Utc>>,
    /// Which of these times the next start will know.
    pub kept: Option<DateTime<Utc>>,
    /// Whether a request is under way.
    pub busy: bool,
    /// Why the last attempt failed, for the user to see.
    pub trouble: Option<Fault>,
    /// The same before it is known whether another try is worth it.
    pub failed: Option<Fault>,
    /// When this device last introduced itself to a server that didn't know it, in milliseconds
    /// since 1970; none when that helped.
    pub introduced: Option<u64>,
    /// When a fresh roster last lacked the author of a change, in milliseconds since 1970.
    pub stranger: Option<u64>,
    /// Whether the user asks for a sync. Earlier failures no longer count then.
    pub asked: bool,
    /// How far the server's clock is ahead of ours, in milliseconds.
    pub skew: i64,
    /// The snapshot that is being fetched, once a member's word for it was taken.
    pub taking: Option<Taking>,
    /// Whether the server would like a snapshot of us.
    pub snapshot_due: bool,
    /// How far that one is.
    pub offer: Option<Offer>,
    /// When the last one was sent, or could not be, in milliseconds since 1970.
    pub last_offer: u64,
}

/// The fact that says when everything was last sent and fetched, in milliseconds since 1970.
const SYNCED: &str = "synced";
/// How exactly that is kept for the next start, in milliseconds: a write each time would cost more.
const EXACTLY: i64 = 60_000;

impl Net {
    /// What the last run left behind.
    pub fn of(store: &Store) -> Result<Self> {
        let millis = store.setting(SYNCED)?.and_then(|it| it.parse().ok());
        let synced = millis.and_then(DateTime::from_timestamp_millis);
        Ok(Self { synced, kept: synced, ..Self::default() })
    }
}

impl Answers<calls::GetStatus> for App {
    async fn answer(&self, _: calls::GetStatus) -> Result<Status> {
        self.status()
    }
}

impl Answers<calls::Watch> for App {
    async fn answer(&self, call: calls::Watch) -> Result<Status> {
        self.watch(call.seen).await
    }
}

impl Answers<calls::SetLocale> for App {
    async fn answer(&self, call: calls::SetLocale) -> Result<Status> {
        self.set_locale(&call.locale)
    }
}

impl Answers<calls::Sync> for App {
    async fn answer(&self, _: calls::Sync) -> Result<Status> {
        self.sync_now()
    }
}

impl App {
    /// Where the device stands now.
    pub fn status(&self) -> Result<Status> {
        // Read first: what changes while the rest is read wakes the next watch.
        let versions = self.0.versions.borrow().clone();
        let mut store = self.store();
        let records = store.records()?;
        let space = records.space()?;
        let fetching = space.as_ref().and_then(fetching);
        let site = space.map(|it| Site { name: it.name, server: it.server, space: it.id });
        let locale = records.setting("locale")?;
        let (waiting, conflicts) = (records.waiting(self.device())?, records.conflicts(0)?.1);
        let (unread, zone) = (records.count_unread()?, time_zone::of(records)?);
        let (people, today) = (People::of(records)?, zone.day(self.0.host.moment()));
        let topics = topics::names(records)?;
        let (me, member, team) =
            (people.own_name().to_owned(), records.member()?, people.team(today));
        let salvaged = records.salvaged().cloned();
        let ahead = records.ahead(self.device(), self.0.host.now())? / DAY;
        let caught_up = store.has_caught_up();
        drop(store);
        if caught_up {
            self.touch(&Touched::EVERYTHING);
        }
        let net = self.net();
        Ok(Status {
            versions,
            now: self.0.host.moment(),
            today,
            zone: zone.name.clone(),
            site,
            me,
            member,
            team,
            topics,
            locale,
            waiting,
            synced: net.synced,
            syncing: net.busy,
            fetching,
            trouble: net.trouble.clone(),
            conflicts,
            unread,
            clock_off: net.skew.unsigned_abs() / MINUTE,
            key_in_file: self.0.key_in_file,
            salvaged,
            ahead,
        })
    }

    pub(crate) async fn watch(&self, seen: u64) -> Result<Status> {
        let mut versions = self.0.versions.subscribe();
        tokio::select! {
            biased;
            _ = versions.wait_for(|now| now.last != seen) => {}
            () = self.0.host.sleep(WATCH) => {}
        }
        self.status()
    }

    pub(crate) fn set_locale(&self, locale: &str) -> Result<Status> {
        let sound =
            locale.len() <= 20 && locale.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if !sound {
            return Err(Fault::BadCall { detail: "locale".into() });
        }
        self.store().set("locale", locale)?;
        self.touch(&Touched::STATUS);
        self.status()
    }

    pub(crate) fn sync_now(&self) -> Result<Status> {
        self.net().asked = true;
        self.0.bell.notify_one();
        self.status()
    }

    /// Everything is sent and fetched.
    pub(crate) fn all_done(&self) {
        let now = self.0.host.moment();
        self.learn(|net| {
            (net.busy, net.trouble, net.failed, net.synced) = (false, None, None, Some(now));
        });
        let old = |kept: DateTime<Utc>| (now - kept).num_milliseconds().abs() >= EXACTLY;
        if self.net().kept.is_none_or(old) {
            // Only a convenience: a full disk is told of when something is saved.
            let _ = self.store().set(SYNCED, &now.timestamp_millis().to_string());
            self.net().kept = Some(now);
        }
    }

    /// Changes what is known of the contact, and tells when it can be seen to differ.
    pub(crate) fn learn(&self, change: impl FnOnce(&mut Net)) {
        let differs = {
            let mut net = self.net();
            let before = (net.busy, net.trouble.clone(), net.synced.is_some());
            change(&mut net);
            before != (net.busy, net.trouble.clone(), net.synced.is_some())
        };
        if differs {
            self.touch(&Touched::STATUS);
        }
    }
}

/// How much of what the server has is here, as long as that isn't everything.
fn fetching(space: &Space) -> Option<Progress> {
    let done = space.cursor.max(space.taking.changes);
    (space.cursor < space.head).then_some(Progress { done, of: space.head })
}
