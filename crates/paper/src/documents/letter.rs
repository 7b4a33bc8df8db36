//! A referral as a letter of one page.

use domain::choice::Topic;
use domain::entry::Entry;
use domain::fault::Result;
use domain::kinds::Urgency;
use domain::{Id, Record, Referral, Resident};
use texts::speak::Speak;

use crate::desk::{Desk, name, text, texts_in};
use crate::sheet::{Look, Sheet, Words};

/// What the sender chose to tell.
pub struct Choice<'a> {
    /// Whether residents are named in full; otherwise by their initials.
    pub names: bool,
    /// Whether their doors are written.
    pub doors: bool,
    /// How to reach the sender.
    pub contact: &'a str,
}

/// The document.
pub async fn sheet(desk: &Desk, id: Id, choice: &Choice<'_>) -> Result<Sheet> {
    let (referral, names) = desk.get(Referral::KIND, id).await?;
    let language = &desk.team;
    let day = |field| text(&referral, field).parse().ok().map(|it| language.date(it));
    let topic =
        language.label(Topic::CHOICES.name, text(&referral, Referral::TOPIC)).to_lowercase();
    let subject = language.with("letter-subject", &[("topic", &topic)]);
    let mut sheet = desk.sheet(subject.clone());
    sheet.titled = false;
    sheet.say(Look::Strong, language.words(&*desk.site));
    sheet.say(Look::Plain, language.words(language.date(desk.today())));
    let to = language.text("letter-to", &[]);
    sheet.say(
        Look::Plain,
        language.words(format!("{to} {}", name(&names, text(&referral, Referral::TO)))),
    );
    sheet.heading(vec![subject]);
    let about = language.text("letter-about", &[]);
    let people = people(desk, &referral, choice).await;
    sheet.say(Look::Plain, language.words(format!("{about} {people}")));
    sheet.say(Look::Plain, Words::new("nb", text(&referral, Referral::ASK)));
    let urgency = text(&referral, Referral::URGENCY);
    if !urgency.is_empty() && urgency != Urgency::Normal.name() {
        sheet.say(Look::Strong, language.words(language.label(Urgency::CHOICES.name, urgency)));
    }
    if let Some(day) = day(Referral::REPLY_BY) {
        sheet.say(Look::Strong, language.with("letter-reply-by", &[("day", &day)]));
    }
    let line = "_".repeat(24);
    let contact = if choice.contact.trim().is_empty() { &line } else { choice.contact };
    sheet.say(Look::Plain, language.with("letter-contact", &[("contact", contact)]));
    sheet.say(Look::Plain, language.say("letter-regards"));
    sheet.say(Look::Strong, language.words(format!("{}\n{}", desk.me, desk.site)));
    Ok(sheet)
}

/// The residents it is about, by name or initials, with their doors if those are to be told.
async fn people(desk: &Desk, referral: &Entry, choice: &Choice<'_>) -> String {
    let mut all = Vec::new();
    for id in texts_in(referral, Referral::ABOUT).filter_map(|it| it.parse().ok()) {
        // An unknown person is no record.
        let Ok((resident, names)) = desk.get(Resident::KIND, id).await else { continue };
        let full = text(&resident, Resident::NAME);
        let called = if choice.names { full.to_owned() } else { initials(full) };
        let out = text(&resident, Resident::MOVED_OUT).parse().ok();
        let here = out.is_none_or(|it: chrono::NaiveDate| it > desk.today());
        let door = name(&names, text(&resident, Resident::UNIT));
        all.push(if choice.doors && here && !door.is_empty() {
            format!("{called} ({door})")
        } else {
            called
        });
    }
    all.join(", ")
}

/// `Y. A.`
fn initials(name: &str) -> String {
    let firsts = name.split_whitespace().filter_map(|it| it.chars().next());
    firsts.map(|it| format!("{it}.")).collect::<Vec<_>>().join(" ")
}
