//! A language that paper is written in: its texts, and its days and hours.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use domain::choice::Topic;
use domain::fault::Result;
use domain::field::composite;
use domain::views::TopicName;
use domain::{Fault, Id};
use icu_calendar::Iso;
use icu_datetime::fieldsets::enums::DateFieldSet;
use icu_datetime::fieldsets::{MD, T, YM, YMD};
use icu_datetime::input::{Date, Time};
use icu_datetime::{DateTimeFormatter, NoCalendarFormatter};
use icu_locale_core::Locale;
use texts::residents::WEEKDAYS;
use texts::speak::Speak;
use texts::{Texts, Value, wording};

use crate::sheet::Words;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// A language.
#[derive(Debug, Clone)]
pub struct Language {
    /// Its BCP 47 tag.
    pub tag: String,
    texts: Texts,
    /// What the site says instead, by the text's name.
    wordings: BTreeMap<String, String>,
    /// What the site calls its topics.
    topics: BTreeMap<String, String>,
    /// Dates of this year are written without it.
    this_year: i32,
}

impl Language {
    /// The language of that tag, with the site's own wordings in it. Fails where there are no texts.
    pub fn read(tag: &str, wordings: BTreeMap<String, String>, this_year: i32) -> Result<Self> {
        let unknown = || Fault::BadCall { detail: format!("no texts in {tag:?}") };
        let (_, source) = SOURCES.iter().find(|it| it.0 == tag).ok_or_else(unknown)?;
        let texts = Texts::read(tag, (*source).to_owned()).map_err(|_| unknown())?;
        let topics = BTreeMap::new();
        Ok(Self { tag: tag.to_owned(), texts, wordings, topics, this_year })
    }

    /// The same with the names that the site has given its topics.
    #[must_use]
    pub fn naming(mut self, topics: &[TopicName]) -> Self {
        let named = topics.iter().map(|it| {
            let texts = it.name.iter().map(|it| (it.language.as_str(), it.text.as_str()));
            (it.topic.clone(), composite::pick(texts, &self.tag).to_owned())
        });
        self.topics = named.filter(|it| !it.1.is_empty()).collect();
        self
    }

    /// The text of that name.
    pub fn say(&self, id: &str) -> Words {
        self.with(id, &[])
    }

    /// The text of that name, with values filled in.
    pub fn with(&self, id: &str, values: &[(&str, &str)]) -> Words {
        self.words(self.text(id, values))
    }

    /// The text of that name, with the number `n` filled in.
    pub fn count(&self, id: &str, n: i64) -> Words {
        let said = self.texts.say(id, &[("n", Value::Number(n))]);
        self.words(capital(&said.unwrap_or_else(|| id.to_owned())))
    }

    /// Words in this language.
    pub fn words(&self, text: impl Into<String>) -> Words {
        Words::new(&self.tag, text)
    }

    /// Whether it is one of Norway's written standards.
    pub fn is_norwegian(&self) -> bool {
        matches!(self.tag.as_str(), "nb" | "nn")
    }

    /// `29. mai`, with the year unless it is this year.
    pub fn day(&self, date: NaiveDate) -> String {
        let short = (date.year() == self.this_year)
            .then(|| self.in_words(date, DateFieldSet::MD(MD::long())));
        short.flatten().unwrap_or_else(|| Speak::date(self, date))
    }

    /// `mai 2026`.
    pub fn month(&self, date: NaiveDate) -> String {
        let written = || {
            let own = &self.locale()?;
            let formatter = DateTimeFormatter::try_new(own.into(), YM::long()).ok()?;
            Some(formatter.format(&iso(date)?).to_string())
        };
        written().unwrap_or_else(|| date.format("%m.%Y").to_string())
    }

    /// `Fredag 29. mai`, with the year unless it is this year.
    pub fn whole_day(&self, date: NaiveDate) -> String {
        let weekday = self.weekday(date);
        let day = self.day(date);
        capital(&self.text("notice-day", &[("weekday", &weekday), ("day", &day)]))
    }

    /// `Torsdag 14. mars kl. 10.30`, with the year unless it is this year.
    pub fn moment(&self, date: NaiveDate, time: NaiveTime) -> String {
        let (weekday, day, time) = (self.weekday(date), self.day(date), self.time(time));
        capital(&self.text("slip-at", &[("weekday", &weekday), ("day", &day), ("time", &time)]))
    }

    /// `fredag`.
    pub fn weekday(&self, date: NaiveDate) -> String {
        let name = WEEKDAYS.get(date.weekday().num_days_from_monday() as usize);
        name.map(|it| self.text(&format!("weekday.{it}"), &[])).unwrap_or_default()
    }

    /// `10.30`.
    pub fn time(&self, time: NaiveTime) -> String {
        let parts = [time.hour(), time.minute()].map(|it| u8::try_from(it).unwrap_or_default());
        let written = Time::try_new(parts[0], parts[1], 0, 0).ok().and_then(|it| {
            let own = &self.locale()?;
            Some(NoCalendarFormatter::try_new(own.into(), T::hm()).ok()?.format(&it).to_string())
        });
        let time = written.unwrap_or_else(|| time.format("%H:%M").to_string());
        if self.is_norwegian() { time.replace(':', ".") } else { time }
    }

    fn in_words(&self, date: NaiveDate, fields: DateFieldSet) -> Option<String> {
        let formatter = DateTimeFormatter::try_new((&self.locale()?).into(), fields).ok()?;
        Some(formatter.format(&iso(date)?).to_string())
    }

    /// Always by the Gregorian calendar and with 24 hours, whichever the language is used to.
    fn locale(&self) -> Option<Locale> {
        let tag = match self.tag.as_str() {
            // Most who read Arabic here are used to its own figures.
            "ar" => "ar-u-ca-gregory-hc-h23-nu-arab".to_owned(),
            "en" => "en-GB-u-hc-h23".to_owned(),
            other => format!("{other}-u-ca-gregory-hc-h23"),
        };
        Locale::try_from_str(&tag).ok()
    }
}

impl Speak for Language {
    fn text(&self, id: &str, values: &[(&str, &str)]) -> String {
        if let Some(own) = self.wordings.get(id) {
            return wording::filled(own, values);
        }
        let filled: Vec<_> = values.iter().map(|(name, it)| (*name, Value::Text(it))).collect();
        self.texts.say(id, &filled).unwrap_or_else(|| id.to_owned())
    }

    fn label(&self, list: &str, value: &str) -> String {
        let is_topic = list == Topic::CHOICES.name;
        let own = || self.topics.get(value).filter(|_| is_topic).cloned();
        let label = || self.texts.say(&format!("{list}.{value}"), &[]);
        let gone =
            || (is_topic && value.parse::<Id>().is_ok()).then(|| self.text("topic-gone", &[]));
        own().or_else(label).or_else(gone).unwrap_or_else(|| value.to_owned())
    }

    fn date(&self, date: NaiveDate) -> String {
        let written = self.in_words(date, DateFieldSet::YMD(YMD::long()));
        written.unwrap_or_else(|| date.format("%d.%m.%Y").to_string())
    }
}

fn iso(date: NaiveDate) -> Option<Date<Iso>> {
    let [month, day] = [date.month(), date.day()].map(u8::try_from);
    Date::try_new_iso(date.year(), month.ok()?, day.ok()?).ok()
}

/// The text with a capital in front.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |it| it.to_uppercase().chain(letters).collect())
}
