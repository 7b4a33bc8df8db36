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
    let mut sheet = Sheet::new(words(whose.title()), words(&foot));
    write(all, &mut sheet, whose);
    let mut about: Vec<&Kept> =
        all.kept().filter(|it| it.residents().contains(&resident)).collect();
    about.sort_by_key(|it| it.at());
    for record in about {
        let kind = all.label(record.kind.name, "");
        let at = tables::minute(record.at(), &all.zone);
        sheet.heading(vec![words(&format!("{at} – {kind}"))]);
        write(all, &mut sheet, record);
    }
    paper::pdf(&sheet, all.made)
}

fn write(all: &Everything, sheet: &mut Sheet, record: &Kept) {
    let facts = record.words(all).into_iter().map(|it| it.map(|it| words(&it)));
    sheet.facts(facts.collect());
    let entry = record.entry();
    let day = |at| tables::minute(at, &all.zone);
    let made = format!("{}, {}", who(&entry.made), day(entry.made.at));
    let changed = format!("{}, {}", who(&entry.changed), day(entry.changed.at));
    let signed =
        if entry.changed == entry.made { made } else { format!("{made} · endret: {changed}") };
    sheet.say(Look::Small, words(&signed));
}

fn words(text: &str) -> Words {
    Words::new("nb", text)
}
