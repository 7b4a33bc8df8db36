//! A search text and its possible meanings.

use std::collections::BTreeMap;

use domain::fold;
use rusqlite::Connection;

use crate::Result;
use crate::search::{sign, word, words};

/// Most words that are used; further words are ignored.
const MOST: usize = 16;
/// Minimum length of a typed word to match a label by prefix (4) and by substring (5). Shorter
/// words would drown out names.
const NAMING: [usize; 2] = [4, 5];

/// A search text: word by word, each with all its possible meanings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asked {
    words: Vec<Vec<Term>>,
    /// Whether no record has one of the words, so similar words are searched instead.
    pub alike: bool,
}

/// A possible meaning of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Term {
    /// Any word with this prefix.
    Beginning(String),
    /// Exactly this word.
    Whole(String),
}

impl Asked {
    /// Matches by prefix only.
    pub fn plainly(typed: &str) -> Self {
        let spoken = fold::spoken(typed);
        let words = fold::split(&spoken).take(MOST);
        let words = words.map(|it| vec![Term::Beginning(it.to_owned())]).collect();
        Self { words, alike: false }
    }

    /// Also matches words that contain a typed one, and values whose label matches. If no record of
    /// the kind, or of any kind, has such a word, the closest words are used. `named` has the
    /// labels of values by `list.value`.
    pub fn understood(
        db: &Connection,
        kind: Option<&str>,
        typed: &str,
        named: &BTreeMap<String, String>,
    ) -> Result<Self> {
        let (mut asked, index) = (Self::plainly(typed), Index { db, kind });
        for terms in &mut asked.words {
            let Some(Term::Beginning(typed)) = terms.first().cloned() else { continue };
            terms.extend(values(&typed, named).map(Term::Whole));
            terms.extend(index.within(&typed)?);
            if !index.has_any(terms)? {
                let close = index.nearest(words::close(db, &typed)?)?;
                asked.alike |= !close.is_empty();
                terms.extend(close);
            }
        }
        Ok(asked)
    }

    /// An FTS5 expression; none if nothing was typed. Its words are letters and digits only, so
    /// quoting them is enough.
    pub(super) fn expression(&self, kind: &str) -> Option<String> {
        let words: Vec<_> = self.words.iter().map(|it| alternatives(it)).collect();
        let words = words.join(" AND ");
        (!words.is_empty()).then(|| format!("kind : {kind} AND {{title text}} : ({words})"))
    }
}

fn alternatives(terms: &[Term]) -> String {
    let terms: Vec<_> = terms.iter().map(Term::quoted).collect();
    format!("({})", terms.join(" OR "))
}

impl Term {
    fn quoted(&self) -> String {
        match self {
            Self::Beginning(word) => format!("\"{word}\"*"),
            Self::Whole(word) => format!("\"{word}\""),
        }
    }
}

/// The index, limited to the kinds that are searched.
struct Index<'a> {
    db: &'a Connection,
    kind: Option<&'a str>,
}

impl Index<'_> {
    fn has_any(&self, terms: &[Term]) -> Result<bool> {
        for term in terms {
            if self.has(term)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn has(&self, term: &Term) -> Result<bool> {
        let kind = self.kind.map(|it| format!("kind : {} AND ", word(it))).unwrap_or_default();
        let expression = format!("{kind}{{title text}} : {}", term.quoted());
        let sql = "SELECT EXISTS (SELECT 1 FROM search WHERE search MATCH ?1)";
        Ok(self.db.prepare_cached(sql)?.query_row([expression], |row| row.get(0))?)
    }

    /// Words of these records that contain `typed`, the shortest first.
    fn within(&self, typed: &str) -> Result<Vec<Term>> {
        let mut within = Vec::new();
        for word in words::within(self.db, typed)? {
            let term = Term::Whole(word);
            if within.len() < words::MOST && (self.kind.is_none() || self.has(&term)?) {
                within.push(term);
            }
        }
        Ok(within)
    }

    /// The words with the fewest typing errors that these records contain; `close` has the nearest
    /// first.
    fn nearest(&self, close: Vec<(usize, String)>) -> Result<Vec<Term>> {
        let (mut nearest, mut fewest) = (Vec::new(), usize::MAX);
        for (slips, word) in close {
            if slips > fewest || nearest.len() == words::MOST {
                break;
            }
            let term = Term::Whole(word);
            if self.has(&term)? {
                fewest = slips;
                nearest.push(term);
            }
        }
        Ok(nearest)
    }
}

/// The values whose label contains such a word, or a word that starts with it or contains it.
fn values<'a>(
    typed: &'a str,
    named: &'a BTreeMap<String, String>,
) -> impl Iterator<Item = String> + 'a {
    let [beginning, part] = NAMING.map(|least| typed.chars().count() >= least);
    let fits = move |it: &str| {
        it == typed || beginning && it.starts_with(typed) || part && it.contains(typed)
    };
    let fits_any = move |label: &str| fold::split(&fold::spoken(label)).any(fits);
    let named = named.iter().filter(move |(_, label)| fits_any(label));
    named.filter_map(|(name, _)| name.split_once('.')).map(|(list, value)| sign(list, value))
}
