//! What all documents are made from: the core, the site's clock, and the languages.

use std::collections::BTreeMap;

use app::App;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::entry::Entry;
use domain::fault::Result;
use domain::field::UNKNOWN;
use domain::views::{Colleague, HandoverPlan};
use domain::{Fault, Id, Partner, Record, SiteWording, Zone, calls, read};
use serde_json::Value;
use texts::residents::LANGUAGES;
use texts::speak::Speak;

use crate::language::Language;
use crate::sheet::{Sheet, Words};

/// The languages of the interface.
const LOCALES: [&str; 3] = ["nb", "nn", "en"];
/// Most records of a kind that one call answers with.
const MOST: u32 = 500;

/// The names of records, by id.
pub type Names = BTreeMap<Id, String>;

/// Where documents are made.
pub struct Desk {
    app: App,
    /// The time.
    pub now: DateTime<Utc>,
    /// The site's zone.
    pub zone: Zone,
    /// What people call the site.
    pub site: String,
    /// The name of this device's owner.
    pub me: String,
    /// The members of the team, by what they are called in the app.
    pub members: Vec<Colleague>,
    /// The team's language.
    pub team: Language,
    wordings: Vec<SiteWording>,
}

impl Desk {
    /// A desk where the team's language is `locale`, one of the interface's.
    pub async fn open(app: &App, locale: &str) -> Result<Self> {
        if !LOCALES.contains(&locale) {
            return Err(Fault::BadCall { detail: format!("no interface in {locale:?}") });
        }
        let clock = app.run(calls::GetClock {}).await?;
        let status = app.run(calls::GetStatus {}).await?;
        let site = status.site.ok_or(Fault::NoSite)?.name;
        let wordings = listed(app, SiteWording::KIND).await?;
        // The latest comes first, and is the one that counts.
        let wordings = wordings.iter().rev().map(|it| read(&it.fields)).collect();
        let this_year = clock.zone.day(clock.now).year();
        Ok(Self {
            team: Language::read(locale, BTreeMap::new(), this_year)?.naming(&status.topics),
            app: app.clone(),
            now: clock.now,
            zone: clock.zone,
            site,
            me: status.me,
            members: status.team,
            wordings,
        })
    }

    /// The day at the site.
    pub fn today(&self) -> NaiveDate {
        self.zone.day(self.now)
    }

    /// Answers a call.
    pub async fn ask<C: calls::Call>(&self, call: C) -> Result<C::Reply> {
        self.app.run(call).await
    }

    /// A record of a kind, with the names of what it points to.
    pub async fn get(&self, kind: &str, id: Id) -> Result<(Entry, Names)> {
        let page = self.ask(calls::Get { id }).await?;
        let entry = page.entries.into_iter().find(|it| it.kind == kind && !it.deleted);
        Ok((entry.ok_or(Fault::NotFound)?, page.names))
    }

    /// All records of a kind.
    pub async fn all(&self, kind: &str) -> Result<Vec<Entry>> {
        listed(&self.app, kind).await
    }

    /// A language that residents read, with the site's own wordings.
    pub fn language(&self, tag: &str) -> Result<Language> {
        let own = self.wordings.iter().filter(|it| it.language == tag);
        let own = own.map(|it| (it.text.clone(), it.words.clone())).collect();
        Language::read(tag, own, self.today().year())
    }

    /// The name of a language in that language; its tag where there are no texts in it.
    pub fn own_name(&self, tag: &str) -> String {
        self.language(tag).map_or_else(|_| tag.to_owned(), |it| it.text("self-name", &[]))
    }

    /// Bokmål, or nynorsk where the team writes that, with the site's own wordings.
    pub fn norwegian(&self) -> Result<Language> {
        self.language(if self.team.tag == "nn" { "nn" } else { LANGUAGES[0] })
    }

    /// The language asked for, or the first of those that a resident reads and that there are texts in.
    pub fn chosen(&self, asked: Option<&str>, spoken: &[String]) -> Result<Language> {
        let first = || spoken.iter().find_map(|it| texts::residents::known(it));
        self.language(asked.or_else(first).unwrap_or(LANGUAGES[0]))
    }

    /// A handover that is not deleted.
    pub async fn plan(&self, id: Id) -> Result<HandoverPlan> {
        let plan = self.ask(calls::GetHandover { id }).await?;
        if plan.handover.deleted { Err(Fault::NotFound) } else { Ok(plan) }
    }

    /// What a partner or a member is called.
    pub async fn name_of(&self, id: Id) -> Result<String> {
        let page = self.ask(calls::Get { id }).await?;
        let named = page.entries.first().map(|it| text(it, Partner::NAME).to_owned());
        Ok(named.unwrap_or_default())
    }

    /// A sheet for the team and for receivers, with the site and the day at the foot of every page.
    pub fn sheet(&self, title: Words) -> Sheet {
        let day = self.team.date(self.today());
        let foot = self.team.with("paper-foot", &[("site", &self.site), ("day", &day)]);
        Sheet { odd: self.team.say("paper-odd"), ..Sheet::new(title, foot) }
    }
}

async fn listed(app: &App, kind: &str) -> Result<Vec<Entry>> {
    let mut all = Vec::new();
    loop {
        let skip = u32::try_from(all.len()).unwrap_or(u32::MAX);
        let page = app.run(calls::List { kind: kind.to_owned(), limit: MOST, skip }).await?;
        let done = page.entries.is_empty();
        all.extend(page.entries);
        if done || all.len() as u64 >= page.total {
            return Ok(all);
        }
    }
}

/// The text in a field; empty if there is none.
pub fn text<'a>(entry: &'a Entry, field: &str) -> &'a str {
    entry.fields.get(field).and_then(Value::as_str).unwrap_or_default()
}

/// The texts in a list field.
pub fn texts_in<'a>(entry: &'a Entry, field: &str) -> impl Iterator<Item = &'a str> {
    let all = entry.fields.get(field).and_then(Value::as_array);
    all.into_iter().flatten().filter_map(Value::as_str)
}

/// The name of the record that a value points to; empty where it is unknown.
pub fn name(names: &Names, value: &str) -> String {
    let id = value.parse::<Id>().ok().filter(|it| *it != UNKNOWN);
    id.and_then(|it| names.get(&it).cloned()).unwrap_or_default()
}

/// The name of a member; an imported author is a name already.
pub fn member(names: &Names, value: &str) -> String {
    if value.parse::<Id>().is_ok() { name(names, value) } else { value.to_owned() }
}

/// The first part of a name.
pub fn first(name: &str) -> String {
    name.split_whitespace().next().unwrap_or_default().to_owned()
}
