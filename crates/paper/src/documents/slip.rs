//! An appointment in a language that the resident reads, and in Norwegian: no more than those who go there
//! need.

use chrono::{DateTime, Utc};
use domain::entry::Entry;
use domain::fault::Result;
use domain::{Appointment, Id, Record, Resident, written};
use serde_json::Value;
use texts::residents::purpose;

use crate::desk::{Desk, Names, first, member, name, text, texts_in};
use crate::language::Language;
use crate::sheet::{Block, Look, Sheet, Words, facts, paragraph};

/// The document.
pub async fn sheet(desk: &Desk, id: Id, language: Option<&str>) -> Result<Sheet> {
    let (appointment, names) = desk.get(Appointment::KIND, id).await?;
    let mut spoken = Vec::new();
    for id in texts_in(&appointment, Appointment::RESIDENTS).filter_map(|it| it.parse().ok()) {
        // An unknown person is no record.
        if let Ok((resident, _)) = desk.get(Resident::KIND, id).await {
            spoken.extend(texts_in(&resident, Resident::LANGUAGES).map(str::to_owned));
        }
    }
    let (own, norwegian) = (desk.chosen(language, &spoken)?, desk.norwegian()?);
    let who: Vec<_> =
        texts_in(&appointment, Appointment::RESIDENTS).map(|it| first(&name(&names, it))).collect();
    let who = who.join(", ");
    let mut sheet = Sheet::to_carry(desk.team.with("slip-title", &[("who", &who)]));
    let slip = Slip { desk, appointment: &appointment, names: &names, who };
    if !own.is_norwegian() {
        sheet.blocks.push(slip.card(&own));
    }
    sheet.blocks.push(slip.card(&norwegian));
    Ok(sheet)
}

struct Slip<'a> {
    desk: &'a Desk,
    appointment: &'a Entry,
    names: &'a Names,
    who: String,
}

impl Slip<'_> {
    /// The appointment in one language.
    fn card(&self, language: &Language) -> Block {
        let escort = first(&member(self.names, self.text(Appointment::ESCORT)));
        let meeting = self.meeting(language);
        let meet = if meeting.is_none() { self.text(Appointment::MEET) } else { "" };
        let written = |label: &str, value: &str| [language.say(label), Words::new("nb", value)];
        let rows = vec![
            [language.say("slip-when"), language.words(self.when(language))],
            written("slip-where", self.text(Appointment::PLACE)),
            written("slip-with", &self.with()),
            written("slip-escort", &escort),
            written("slip-meet", meet),
        ];
        let ordered = self.appointment.fields.get(Appointment::INTERPRETER_ORDERED);
        let interpreter = ordered == Some(&Value::Bool(true));
        let sentences = [
            escort.is_empty().then(|| language.say("slip-no-escort")),
            meeting,
            interpreter.then(|| language.say("slip-interpreter")),
            Some(language.say("slip-questions")),
        ];
        let blocks = [
            paragraph(Look::Small, language.say("self-name")),
            paragraph(Look::Large, Words::new("nb", &*self.who)),
            Some(Block::Heading { level: 1, words: vec![self.purpose(language)] }),
            facts(rows),
        ];
        let sentences = sentences.into_iter().flatten().filter_map(|it| paragraph(Look::Plain, it));
        Block::Frame {
            language: language.tag.clone(),
            blocks: blocks.into_iter().flatten().chain(sentences).collect(),
        }
    }

    fn text(&self, field: &str) -> &str {
        text(self.appointment, field)
    }

    fn with(&self) -> String {
        let partner = || name(self.names, self.text(Appointment::PARTNER));
        Some(self.text(Appointment::WITH))
            .filter(|it| !it.is_empty())
            .map_or_else(partner, str::to_owned)
    }

    /// The purpose, translated if it is a common one. In Norwegian it stays as it was written.
    fn purpose(&self, language: &Language) -> Words {
        let own = self.text(Appointment::PURPOSE);
        let common = purpose(&own.to_lowercase()).filter(|_| !language.is_norwegian());
        match common {
            Some(id) => language.say(id),
            None if own.is_empty() => language.say("slip-heading"),
            None => Words::new("nb", own),
        }
    }

    fn at(&self) -> Option<DateTime<Utc>> {
        self.text(Appointment::AT).parse().ok()
    }

    fn when(&self, language: &Language) -> String {
        let local = self.at().map(|at| self.desk.zone.local(at));
        local.map(|it| language.moment(it.date(), it.time())).unwrap_or_default()
    }

    /// The meeting place as a sentence of the language, if it is the office: `På kontoret kl. 10`.
    fn meeting(&self, language: &Language) -> Option<Words> {
        let meet = self.text(Appointment::MEET).trim().to_lowercase();
        let after = meet.strip_prefix("på ").unwrap_or(&meet).strip_prefix("kontoret")?;
        let clock = after.trim().trim_start_matches("kl").trim_matches(['.', ' ']);
        if clock.is_empty() {
            return Some(language.say("slip-meet-office"));
        }
        let time = language.time(written::time(clock)?);
        Some(language.with("slip-meet-office-at", &[("time", &time)]))
    }
}
