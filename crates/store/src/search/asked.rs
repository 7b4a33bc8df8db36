//! What was typed, as search understands it.

use std::collections::BTreeMap;

use domain::fold;
use rusqlite::Connection;

use crate::Result;
use crate::search::{sign, word, words};

/// Most words that are looked at; whoever types more is understood by the first of them.
const MOST: usize = 16;
/// Letters from which the beginning of a word is enough to name a kind or a value of a list, and
/// those from which any part of it is. Fewer may begin a name that is looked for.
const NAMING: [usize; 2] = [4, 5];

/// What was typed: word by word, each with everything it may mean.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asked {
    words: Vec<Vec<Term>>,
    /// Whether some word is nobody's, so that what resembles it is looked for instead.
    pub alike: bool,
}

/// Something that a word may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Term {
    /// A word that begins so.
    Beginning(String),
    /// That word.
    Whole(String),
}

impl Asked {
    /// Words that begin as they were typed, and no others.
    pub fn plainly(typed: &str) -> Self {
        let spoken = fold::spoken(typed);
        let words = fold::split(&spoken).take(MOST);
        let words = words.map(|it| vec![Term::Beginning(it.to_owned())]).collect();
        Self { words, alike: false }
    }

    /// Also words that they stand within, values of lists that go by such a name, and, where none
    /// of this is in any record of the kind, or of any kind, the words that come closest. `named`
    /// has the labels of values by `list.value`.
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

    /// An FTS5 expression, of words that are letters and digits only, so that quoting them is
    /// enough; nothing when nothing was typed.
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

/// The index, as far as somebody looks.
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

    /// Words of these records that have `typed` in them, the shortest first.
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

    /// Of words with their slips, the nearest first, those that are fewest away.
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

/// The values whose label has such a word, or one that begins so or that it stands within.
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
