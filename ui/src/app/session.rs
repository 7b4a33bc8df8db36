//! What all pages share: the state of the device, and the note at the bottom.

use std::time::Duration;

use chrono::DateTime;
use domain::calls::{GetClock, GetStatus, KeepDraft, Undo, Watch};
use domain::views::{Colleague, Draft, Status};
use domain::{Fault, Id, Kind};
use leptos::prelude::*;

use crate::app::{api, link};
use crate::kit::browser::{sleep, store, stored};
use crate::kit::clock;
use crate::kit::erased::task;
use crate::kit::lists;
use crate::kit::stopped;
use crate::kit::text::{self, t};

/// Whether the module of the later pages is here; none until it was fetched once.
pub type Pages = RwSignal<Option<bool>>;

/// What all pages share.
#[derive(Debug, Clone, Copy)]
pub struct App {
    /// The state of the device; none until the core has answered.
    pub status: RwSignal<Option<Status>>,
    /// Why the core cannot be used at all.
    pub broken: RwSignal<Option<Fault>>,
    /// The note at the bottom, with what it can undo.
    pub toast: RwSignal<Option<Toast>>,
    /// Whether the browser has promised to keep the data.
    pub persistent: RwSignal<bool>,
    /// Whether single keys are shortcuts.
    pub keys: RwSignal<bool>,
    /// The path in the address bar.
    pub path: RwSignal<String>,
    /// The site's time zone, if it changed while the page was open.
    pub zone: RwSignal<String>,
    /// The language of the interface, once its texts are there.
    pub locale: RwSignal<Option<&'static str>>,
    /// The paths of the pages before this one, for going back without leaving the app.
    pub trail: StoredValue<Vec<String>>,
    /// The record that the last form made, for the form that waits for one.
    pub made: StoredValue<Option<(&'static str, Id)>>,
    /// The form and the field that wait for it.
    pub wanted: StoredValue<Option<Wanted>>,
    /// Whether the user came from another page and the heading has not taken focus yet.
    pub arriving: StoredValue<bool>,
    /// Whether the module of the later pages is here; none until it was fetched once.
    pub pages: Pages,
    /// How often the browser has reported that the network is back.
    pub reconnected: RwSignal<u32>,
    /// What opens the file that was handed out last.
    pub secret: Secret,
    /// The search in the list of residents, kept for the way back.
    pub finding: Finding,
    /// The text of the search over everything, likewise.
    pub sought: RwSignal<String>,
}

/// A field that waits for a record which another form makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The record whose form it is in.
    pub form: Id,
    /// Its name.
    pub field: &'static str,
    /// The kind of that record.
    pub kind: &'static str,
}

/// A list that is searched and scrolled.
#[derive(Debug, Clone, Copy)]
pub struct Finding {
    /// What was typed so far.
    pub text: RwSignal<String>,
    /// Whether the list shows residents who have moved out.
    pub gone: RwSignal<bool>,
    /// How many were found, once it is known.
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

/// What opens a file that was handed out. It is shown wherever the user has gone meanwhile: without it nothing
/// opens the file.
#[derive(Debug, Clone, Copy)]
pub struct Secret {
    /// Whether it is shown.
    pub open: RwSignal<bool>,
    /// What to do with it.
    pub tell: RwSignal<String>,
    /// The words.
    pub words: RwSignal<String>,
}

impl Secret {
    fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self { open: RwSignal::new(false), tell: empty(), words: empty() }
    }

    /// Shows it.
    pub fn show(self, tell: String, words: String) {
        self.tell.set(tell);
        self.words.set(words);
        self.open.set(true);
    }
}

/// A note that something was done.
#[derive(Debug, Clone, PartialEq)]
pub struct Toast {
    /// What was done.
    pub text: String,
    /// What undoes it.
    pub undo: Option<Undoing>,
    /// The address of the page that shows it.
    pub way: Option<String>,
}

/// What an undo takes back.
#[derive(Debug, Clone, PartialEq)]
pub enum Undoing {
    /// An action that is in the log.
    Group(Id),
    /// A draft that the user threw away.
    Draft(Box<Draft>),
}

/// Asks the core what time it is at the site.
async fn fetch_clock() -> Result<(), Fault> {
    api::call(GetClock {}).await.map(clock::take)
}

/// The state that all pages share.
pub fn app() -> App {
    expect_context::<App>()
}

impl App {
    /// A state that knows only the path in the address bar.
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
            secret: Secret::new(),
            finding: Finding::new(),
            sought: RwSignal::new(String::new()),
        }
    }

    /// Asks for the state of the device, then for every change of it, until the page is closed.
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
            match api::call(Watch { seen }).await {
                Ok(status) => {
                    self.stand(status);
                    pause = 1;
                }
                // The page that had it emptied says so once the browser has forgotten everything too.
                Err(Fault::Emptied) => return,
                Err(_) => {
                    sleep(Duration::from_secs(pause)).await;
                    pause = (pause * 2).min(60);
                }
            }
        }
    }

    /// Takes over a new state of the device.
    pub fn stand(self, mut status: Status) {
        clock::set(status.now);
        lists::take(&status.topics);
        // The time alone is no reason to draw the page again.
        status.now = DateTime::default();
        if clock::with_zone(|it| it.name != status.zone) {
            task(self.set_the_clock());
        }
        if self.status.with_untracked(|it| it.as_ref() != Some(&status)) {
            self.status.set(Some(status));
        }
    }

    /// The site has another time zone now, so everything that shows times is drawn again.
    async fn set_the_clock(self) {
        if fetch_clock().await.is_ok() {
            self.zone.set(clock::with_zone(|it| it.name.clone()));
        }
    }

    /// The chosen language. Until the core has answered, the browser's memory of it counts.
    pub fn wanted_locale(self) -> &'static str {
        let chosen = self.status.with(|it| it.as_ref().and_then(|it| it.locale.clone()));
        text::known(&chosen.or_else(|| stored("locale")).unwrap_or_default())
    }

    /// Switches to a language as soon as its texts are fetched.
    pub async fn speak(self, locale: &'static str) {
        match text::fetch(locale).await {
            Ok(texts) => {
                text::choose(locale, texts);
                stopped::teach();
                store("locale", locale);
                self.locale.set(Some(locale));
                if self.lacks_texts() {
                    self.broken.set(None);
                }
            }
            Err(fault) => self.broken.set(Some(fault)),
        }
    }

    /// Whether the app shows nothing because the texts of its language could not be fetched. No other
    /// cause depends on the network.
    pub fn lacks_texts(self) -> bool {
        self.broken.with_untracked(|it| *it == Some(Fault::Offline))
    }

    /// Shows a note.
    pub fn say(self, text: String, undo: Option<Id>) {
        let undo = undo.map(Undoing::Group);
        self.toast.set(Some(Toast { text, undo, way: None }));
    }

    /// Says that a record was saved; `way` is the address of its page, if the user does not see it.
    pub fn saved(self, kind: &str, undo: Option<Id>, way: Option<String>) {
        let (text, undo) = (text::label("saved", kind), undo.map(Undoing::Group));
        self.toast.set(Some(Toast { text, undo, way }));
    }

    /// Says that a draft was thrown away, with an undo.
    pub fn dropped(self, draft: Draft) {
        let (text, undo) = (t("toast-draft-dropped"), Some(Undoing::Draft(Box::new(draft))));
        self.toast.set(Some(Toast { text, undo, way: None }));
    }

    /// Shows what went wrong.
    pub fn fail(self, fault: &Fault) {
        self.say(text::fault(fault), None);
    }

    /// Takes back what the note on the screen names.
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

    /// Whether this device belongs to a site; false until that is known.
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

    /// The name of this device's owner, as it stands under a letter.
    pub fn me(self) -> String {
        self.status.with(|it| it.as_ref().map(|it| it.me.clone()).unwrap_or_default())
    }

    /// The member whose device this is, once that is known.
    pub fn member(self) -> Option<Id> {
        self.status.with(|it| it.as_ref().and_then(|it| it.member))
    }

    /// Whether a value of a member field names this device's owner.
    pub fn is_me(self, value: &str) -> bool {
        value.parse().is_ok_and(|it: Id| self.member() == Some(it))
    }

    /// The members who have not left, this device's owner first.
    pub fn team(self) -> Vec<Colleague> {
        let team = self.status.with(|it| it.as_ref().map(|it| it.team.clone()));
        team.unwrap_or_default()
    }

    /// The members who are offered in a record of a kind. Who leaves is offered no work.
    pub fn offered(self, kind: &Kind) -> Vec<Colleague> {
        let is_work = kind.life.is_some_and(|it| it.owner.is_some());
        let mut team = self.team();
        team.retain(|it| !(is_work && it.leaves));
        team
    }

    /// The last change that the shown status tells of.
    fn last_version(self) -> u64 {
        self.status.with_untracked(|it| it.as_ref().map_or(0, |it| it.versions.last))
    }
}
