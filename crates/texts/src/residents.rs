//! What residents read: the languages there are texts in, and the purposes of appointments.

/// The languages there are texts in, Norwegian first.
pub const LANGUAGES: [&str; 8] = ["nb", "uk", "ru", "ar", "ti", "fa-AF", "so", "en"];

/// The purposes of appointments, each with the Norwegian words for it.
const PURPOSES: [(&str, &[&str]); 12] = [
    ("purpose-doctor", &["lege", "legen", "legetime", "legebesøk", "fastlege", "fastlegen"]),
    ("purpose-dentist", &["tannlege", "tannlegen", "tannlegetime"]),
    ("purpose-clinic", &["helsestasjon", "helsestasjonen"]),
    ("purpose-hospital", &["sykehus", "sykehuset", "sjukehus", "sjukehuset"]),
    ("purpose-bank", &["bank", "banken", "møte i banken"]),
    ("purpose-nav", &["nav", "møte med nav", "møte på nav", "møte i nav", "nav-møte"]),
    ("purpose-school", &["skole", "skolen", "møte på skolen", "skule", "skulen", "foreldremøte"]),
    ("purpose-kindergarten", &["barnehage", "barnehagen", "møte i barnehagen"]),
    ("purpose-viewing", &["visning", "boligvisning", "vising", "på visning"]),
    ("purpose-police", &["politi", "politiet", "møte med politiet"]),
    ("purpose-udi", &["udi", "møte med udi"]),
    ("purpose-shopping", &["handletur", "handle", "butikk", "butikken", "innkjøp"]),
];

/// The sentences and labels of a slip.
const SLIP: [&str; 12] = [
    "slip-heading",
    "slip-at",
    "slip-when",
    "slip-where",
    "slip-with",
    "slip-escort",
    "slip-no-escort",
    "slip-interpreter",
    "slip-meet",
    "slip-meet-office",
    "slip-meet-office-at",
    "slip-questions",
];

/// The topics that residents are told whom to call about when the team leaves, and the sentence for
/// each.
pub const CALLS: [(&str, &str); 3] =
    [("economy", "notice-money"), ("housing", "notice-flat"), ("health", "notice-health")];

/// The days of the week by the names of their texts, Monday first.
pub const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The texts that a site can reword.
pub fn correctable() -> impl Iterator<Item = &'static str> {
    SLIP.into_iter().chain(PURPOSES.iter().map(|it| it.0))
}

/// The text for an appointment's purpose, given in lower case, if it is one of the common purposes.
pub fn purpose(written: &str) -> Option<&'static str> {
    let is_it = |words: &[&str]| words.contains(&written.trim());
    PURPOSES.into_iter().find_map(|(id, words)| is_it(words).then_some(id))
}

/// The language with texts that a speaker of `tag` reads.
pub fn known(tag: &str) -> Option<&'static str> {
    let spoken = match primary(tag) {
        "nn" | "no" => "nb",
        // Dari has a tag of its own too, and those who read Persian read it.
        "prs" => "fa",
        other => other,
    };
    LANGUAGES.into_iter().find(|it| primary(it) == spoken)
}

/// Whether a language is written from right to left.
pub fn is_rtl(tag: &str) -> bool {
    matches!(primary(tag), "ar" | "fa" | "prs" | "ps" | "ckb" | "ur")
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_any_of_its_tags() {
        assert_eq!(["ar-SY", "en-GB", "ti"].map(known), [Some("ar"), Some("en"), Some("ti")]);
        assert_eq!(["prs", "fa", "fa-AF"].map(known), [Some("fa-AF"); 3]);
        assert_eq!(["nn", "no", "nb-NO"].map(known), [Some("nb"); 3]);
        assert_eq!(known("sw"), None);
    }
}
