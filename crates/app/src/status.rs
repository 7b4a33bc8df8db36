//! Where the device stands, and telling whoever watches.

use chrono::{DateTime, Utc};
use domain::Fault;
use domain::fault::Result;
use domain::views::{Site, Status};

use crate::App;
use crate::people::People;

/// How long a watch lasts without news, in milliseconds.
const WATCH: u64 = 30_000;

/// What is known of the contact with the server.
#[derive(Debug, Default)]
pub struct Net {
    /// When all was last known to be sent and fetched.
    pub synced: Option<DateTime<Utc>>,
    /// Whether a request is under way.
    pub busy: bool,
    /// Why the last attempt failed.
    pub trouble: Option<Fault>,
    /// How far the server's clock is ahead of ours, in milliseconds.
    pub skew: i64,
}

impl App {
    /// Where the device stands now.
    pub fn status(&self) -> Result<Status> {
        let store = self.records()?;
        let space = store.space()?;
        let site = space.map(|it| Site { name: it.name, server: it.server, space: it.id });
        let (me, locale) = (store.setting("name")?.unwrap_or_default(), store.setting("locale")?);
        let team = People::of(&store)?.team();
        let (waiting, conflicts) = (store.waiting(self.0.device)?, store.conflicts(0)?.1);
        drop(store);
        let net = self.net();
        Ok(Status {
            version: *self.0.version.borrow(),
            site,
            me,
            team,
            locale,
            waiting,
            synced: net.synced,
            syncing: net.busy,
            trouble: net.trouble.clone(),
            conflicts,
            key_in_file: self.0.key_in_file,
        })
    }

    pub(crate) async fn watch(&self, seen: u64) -> Result<Status> {
        let mut version = self.0.version.subscribe();
        tokio::select! {
            _ = version.wait_for(|now| *now != seen) => {}
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
        self.touch();
        self.status()
    }

    pub(crate) fn sync_now(&self) -> Result<Status> {
        self.0.bell.notify_one();
        self.status()
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
            self.touch();
        }
    }
}
