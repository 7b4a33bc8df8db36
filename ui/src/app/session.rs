//! What all pages share: where the device stands, and what was just said.

use std::time::Duration;

use chrono::DateTime;
use domain::calls::{GetClock, GetStatus, KeepDraft, Undo, Watch};
use domain::views::{Draft, Status};
use domain::{Fault, Id};
use leptos::prelude::*;

use crate::app::{api, link};
use crate::kit::browser::{sleep, store, stored};
use crate::kit::clock;
use crate::kit::erased::task;
use crate::kit::text::{self, t};

/// Whether the pages that nobody starts with are here; none until that was tried.
pub type Pages = RwSignal<Option<bool>>;

/// What all pages share.
#[derive(Debug, Clone, Copy)]
pub struct App {
    /// Where the device stands; none until the core has answered.
    pub status: RwSignal<Option<Status>>,
    /// Why the core cannot be used at all.
    pub broken: RwSignal<Option<Fault>>,
    /// The note at the bottom, with what to undo.
    pub toast: RwSignal<Option<Toast>>,
    /// Whether the browser promised to keep the data.
    pub persistent: RwSignal<bool>,
    /// Whether single keys do things.
    pub keys: RwSignal<bool>,
    /// The path in the address bar.
    pub path: RwSignal<String>,
    /// The time zone that the site came to live by, if that changed while the page was open.
    pub zone: RwSignal<String>,
    /// The language of the interface, once its texts are there.
    pub locale: RwSignal<Option<&'static str>>,
    /// The paths one came by, for going back without leaving the app.
    pub trail: StoredValue<Vec<String>>,
    /// The record that a form was just left with, so that the form which wanted one has it.
    pub made: StoredValue<Option<(&'static str, Id)>>,
    /// The form and the field that one left for that.
    pub wanted: StoredValue<Option<Wanted>>,
    /// Whether one came here from another page, and the heading is yet to take focus.
    pub arriving: StoredValue<bool>,
    /// Whether the pages that nobody starts with are here; none until that was tried.
    pub pages: Pages,
    /// How often the browser has said that the network is back.
    pub reconnected: RwSignal<u32>,
    /// Which residents one was looking for, so that they are there again on the way back.
    pub finding: Finding,
    /// What one searched everything for, likewise.
    pub sought: RwSignal<String>,
}

/// A field that waits for a record that isn't there yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The record whose form it is in.
    pub form: Id,
    /// Its name.
    pub field: &'static str,
    /// The kind of what is wanted.
    pub kind: &'static str,
}

/// A list that is searched and scrolled.
#[derive(Debug, Clone, Copy)]
pub struct Finding {
    /// What was typed so far.
    pub text: RwSignal<String>,
    /// Whether those who have moved out are wanted.
    pub gone: RwSignal<bool>,
    /// How many were found, once that is known.
    pub rows: RwSignal<Option<u32>>,
}

impl Finding {
    fn new() -> Self {
        Self {
            text: RwSignal::new(String::new()),
            gone: RwSignal::new(false),
            rows: RwSignal::new(None),
        }
    }
}

/// A note that something was done.
#[derive(Debug, Clone, PartialEq)]
pub struct Toast {
    /// What was done.
    pub text: String,
    /// What takes it back.
    pub undo: Option<Undoing>,
    /// Where it is to be seen.
    pub way: Option<String>,
}

/// What takes back what was done.
#[derive(Debug, Clone, PartialEq)]
pub enum Undoing {
    /// An action that is in the log.
    Group(Id),
    /// A draft that was thrown away.
    Draft(Box<Draft>),
}

/// Asks the core what time it is at the site.
async fn fetch_clock() -> Result<(), Fault> {
    api::call(GetClock {}).await.map(clock::take)
}

/// The state of the app around this component.
pub fn app() -> App {
    expect_context::<App>()
}

impl App {
    /// A state that knows nothing yet but the path in the address bar.
    pub fn at(path: String) -> Self {
        Self {
            status: RwSignal::new(None),
            broken: RwSignal::new(None),
            toast: RwSignal::new(None),
            persistent: RwSignal::new(true),
            keys: RwSignal::new(stored("keys").as_deref() != Some("off")),
            path: RwSignal::new(path),
            zone: RwSignal::new(String::new()),
            locale: RwSignal::new(None),
            trail: StoredValue::new(Vec::new()),
            made: StoredValue::new(None),
            wanted: StoredValue::new(None),
            arriving: StoredValue::new(false),
            pages: Pages::new(None),
            reconnected: RwSignal::new(0),
            finding: Finding::new(),
            sought: RwSignal::new(String::new()),
        }
    }

    /// Asks where the device stands, then for every change, until the page is closed.
    pub async fn follow(self) {
        match api::open().await {
            Ok(keeping) => self.persistent.set(keeping.persistent),
            Err(fault) => return self.broken.set(Some(fault)),
        }
        if let Err(fault) = fetch_clock().await {
            return self.broken.set(Some(fault));
        }
        match api::call(GetStatus {}).await {
            Ok(status) => self.stand(status),
            Err(fault) => return self.broken.set(Some(fault)),
        }
        let mut pause = 1;
        loop {
            let seen = self.last_version();
            if let Ok(status) = api::call(Watch { seen }).await {
                self.stand(status);
                pause = 1;
            } else {
                sleep(Duration::from_secs(pause)).await;
                pause = (pause * 2).min(60);
            }
        }
    }

    /// Takes note of where the device stands.
    pub fn stand(self, mut status: Status) {
        clock::set(status.now);
        // It goes on, and is nothing to draw anew for.
        status.now = DateTime::default();
        if clock::with_zone(|it| it.name != status.zone) {
            task(self.set_the_clock());
        }
        if self.status.with_untracked(|it| it.as_ref() != Some(&status)) {
            self.status.set(Some(status));
        }
    }

    /// The site lives by another zone now, so all that shows times is drawn anew.
    async fn set_the_clock(self) {
        if fetch_clock().await.is_ok() {
            self.zone.set(clock::with_zone(|it| it.name.clone()));
        }
    }

    /// The language that was chosen: here, or as this page remembers it until the core has answered.
    pub fn wanted_locale(self) -> &'static str {
        let chosen = self.status.with(|it| it.as_ref().and_then(|it| it.locale.clone()));
        text::known(&chosen.or_else(|| stored("locale")).unwrap_or_default())
    }

    /// Speaks a language, as soon as its texts are there.
    pub async fn speak(self, locale: &'static str) {
        match text::fetch(locale).await {
            Ok(texts) => {
                text::choose(locale, texts);
                store("locale", locale);
                self.locale.set(Some(locale));
                if self.lacks_texts() {
                    self.broken.set(None);
                }
            }
            Err(fault) => self.broken.set(Some(fault)),
        }
    }

    /// Whether the app shows nothing because the texts of its language could not be fetched. Everything else
    /// that breaks it happens on the device.
    pub fn lacks_texts(self) -> bool {
        self.broken.with_untracked(|it| *it == Some(Fault::Offline))
    }

    /// Shows a note.
    pub fn say(self, text: String, undo: Option<Id>) {
        let undo = undo.map(Undoing::Group);
        self.toast.set(Some(Toast { text, undo, way: None }));
    }

    /// Says that a record was saved, and where it is, unless one sees it anyway.
    pub fn saved(self, kind: &str, undo: Option<Id>, way: Option<String>) {
        let (text, undo) = (text::label("saved", kind), undo.map(Undoing::Group));
        self.toast.set(Some(Toast { text, undo, way }));
    }

    /// Says that a draft was thrown away.
    pub fn dropped(self, draft: Draft) {
        let (text, undo) = (t("toast-draft-dropped"), Some(Undoing::Draft(Box::new(draft))));
        self.toast.set(Some(Toast { text, undo, way: None }));
    }

    /// Shows what went wrong.
    pub fn fail(self, fault: &Fault) {
        self.say(text::fault(fault), None);
    }

    /// Takes back what the note on screen tells of.
    pub fn undo(self, what: Undoing) {
        task(async move {
            let (text, way, outcome) = match what {
                Undoing::Group(group) => (t("toast-undone"), None, api::call(Undo { group }).await),
                Undoing::Draft(draft) => {
                    let way = link::draft(&draft);
                    let draft = *draft;
                    (t("toast-draft-back"), Some(way), api::call(KeepDraft { draft }).await)
                }
            };
            match outcome {
                Ok(()) => self.toast.set(Some(Toast { text, undo: None, way })),
                Err(fault) => self.fail(&fault),
            }
        });
    }

    /// Whether a site has been started or joined here; false until that is known.
    pub fn has_site(self) -> bool {
        self.status.with(|it| it.as_ref().is_some_and(|it| it.site.is_some()))
    }

    /// The name of the site, or nothing before there is one.
    pub fn site_name(self) -> String {
        self.status.with(|it| match it.as_ref().and_then(|it| it.site.as_ref()) {
            Some(site) if site.name.is_empty() => t("site-unnamed"),
            Some(site) => site.name.clone(),
            None => String::new(),
        })
    }

    /// The name of this device's owner.
    pub fn me(self) -> String {
        self.status.with(|it| it.as_ref().map(|it| it.me.clone()).unwrap_or_default())
    }

    /// The names of everybody in the team, this device's owner first.
    pub fn team(self) -> Vec<String> {
        let team = self.status.with_untracked(|it| it.as_ref().map(|it| it.team.clone()));
        team.unwrap_or_default()
    }

    /// The last change that the shown status tells of.
    fn last_version(self) -> u64 {
        self.status.with_untracked(|it| it.as_ref().map_or(0, |it| it.versions.last))
    }
}
