//! Which field a column fills, by what stands above it.

use domain::{Field, Kind};

use crate::labels::{meant, plain};

/// The heading of what an export names its records by.
pub const ID: &str = "id";
/// Headings of the halves of a name, where a list keeps them apart.
const FIRST_NAME: [&str; 3] = ["fornavn", "førenamn", "first name"];
const LAST_NAME: [&str; 4] = ["etternavn", "etternamn", "last name", "surname"];

/// The field that a heading means: by its name, its label in any language, the kind's own name
/// for what names its records, or another word that people use.
pub fn field(kind: &'static Kind, heading: &str) -> Option<&'static Field> {
    let named = kind.field(heading.trim());
    named.or_else(|| labelled(kind, heading)).or_else(|| worded(kind, heading))
}

/// Whether a column holds half of a name.
pub fn is_half(heading: &str) -> bool {
    is_one_of(&FIRST_NAME, heading) || is_one_of(&LAST_NAME, heading)
}

/// The whole name, of a half, what stands above it, and the other half.
pub fn whole_name(heading: &str, half: &str, other: &str) -> String {
    let (first, last) = if is_one_of(&LAST_NAME, heading) { (other, half) } else { (half, other) };
    format!("{first} {last}")
}

fn is_one_of(words: &[&str], heading: &str) -> bool {
    words.iter().any(|it| plain(it) == plain(heading))
}

fn labelled(kind: &'static Kind, heading: &str) -> Option<&'static Field> {
    let attribute = meant(kind.name, heading).max_by_key(|it| !it.is_empty())?;
    if attribute.is_empty() { kind.name_field() } else { kind.field(attribute) }
}

fn worded(kind: &'static Kind, heading: &str) -> Option<&'static Field> {
    let heading = plain(heading);
    let lines = include_str!("headings.txt").lines().filter_map(|it| it.split_once(" = "));
    let meant = lines.filter(|(_, words)| words.split(", ").any(|it| plain(it) == heading));
    meant.filter(|_| !heading.is_empty()).find_map(|(field, _)| kind.field(field))
}

#[cfg(test)]
mod tests {
    use domain::kind;

    use super::*;

    #[test]
    fn people_write_many_things_above_a_column() {
        for (name, heading, expected) in [
            ("resident", "Navn", Some("name")),
            ("resident", "namn", Some("name")),
            ("resident", "BEBOER", Some("name")),
            ("resident", "Leilighet", Some("unit")),
            ("resident", "Språk", Some("languages")),
            ("resident", "Tlf.", Some("phone")),
            ("resident", "moved_in", Some("moved_in")),
            ("resident", "Flyttet inn", Some("moved_in")),
            ("resident", "Skostørrelse", None),
            ("resident", "", None),
            ("unit", "Leilighet", Some("label")),
            ("visit", "Beboer", Some("residents")),
            ("partner", "E-post", Some("email")),
            ("activity", "Dato", Some("day")),
        ] {
            let field = field(kind(name).unwrap(), heading);
            assert_eq!(field.map(|it| it.name), expected, "{name}: {heading}");
        }
    }
}
