//! A resident's journal: all that was recorded about them, in the order in which it happened, with who wrote
//! it.

use domain::fault::Result;
use domain::{Fault, Id};
use paper::sheet::{Look, Sheet, Words};

use crate::everything::{Everything, Kept, who};

/// The document, as PDF/A.
pub fn print(all: &Everything, resident: Id) -> Result<Vec<u8>> {
    let whose = all.residents().find(|it| it.entry().id == resident).ok_or(Fault::NotFound)?;
    let foot = format!("{}, {}", all.site, all.zone.day(all.made));
    let mut sheet = Sheet::new(words(all, whose.title()), words(all, &foot));
    write(all, &mut sheet, whose);
    let mut about: Vec<&Kept> =
        all.kept().filter(|it| all.concerned(it).contains(&resident)).collect();
    about.sort_by_key(|it| it.at());
    for record in about {
        let kind = all.label(record.kind.name, "");
        let at = tables::minute(record.at(), &all.zone);
        sheet.heading(vec![words(all, &format!("{at} – {kind}"))]);
        write(all, &mut sheet, record);
    }
    paper::pdf(&sheet, all.made)
}

fn write(all: &Everything, sheet: &mut Sheet, record: &Kept) {
    let facts = record.words(all).into_iter().map(|it| it.map(|it| words(all, &it)));
    sheet.facts(facts.collect());
    let entry = record.entry();
    let day = |at| tables::minute(at, &all.zone);
    let made = format!("{}, {}", who(&entry.made), day(entry.made.at));
    let then = all.word(["endret", "endra", "changed"]);
    let changed = format!("{}, {}", who(&entry.changed), day(entry.changed.at));
    let signed =
        if entry.changed == entry.made { made } else { format!("{made} · {then}: {changed}") };
    sheet.say(Look::Small, words(all, &signed));
}

fn words(all: &Everything, text: &str) -> Words {
    Words::new(&all.locale, text)
}
