//! The distinct words of all texts, and the ones that a typed word may mean.

use std::collections::HashSet;

use domain::fold;
use rusqlite::Connection;
use strsim::osa_distance;

use crate::Result;

/// Longest word that is stored. Longer ones were pasted.
const LONGEST: usize = 40;
/// Minimum length of a typed word to be found inside other words, like `lekkasje` in
/// `vannlekkasje`.
const WITHIN: usize = 4;
/// Most words that one typed word may match.
pub const MOST: usize = 40;
/// Most words that are examined for that.
const LOOKED_AT: usize = 400;
/// Minimum length of a typed word for one typing error, and for two.
const SLIPS: [usize; 2] = [4, 8];

/// The words found during an update of the index, so that each is written once.
#[derive(Debug, Default)]
pub struct Words(HashSet<String>);

impl Words {
    /// Stores the words of folded texts.
    pub fn keep<'a>(
        &mut self,
        db: &Connection,
        texts: impl IntoIterator<Item = &'a str>,
    ) -> Result<()> {
        for word in texts.into_iter().flat_map(fold::split).filter(|it| is_kept(it)) {
            if !self.0.contains(word) {
                db.prepare_cached("INSERT OR IGNORE INTO word (word) VALUES (?1)")?
                    .execute([word])?;
                self.0.insert(word.to_owned());
            }
        }
        Ok(())
    }
}

fn is_kept(word: &str) -> bool {
    (WITHIN..=LONGEST).contains(&word.chars().count())
}

/// Words that contain `typed`, but not at their beginning; the shortest first.
pub fn within(db: &Connection, typed: &str) -> Result<Vec<String>> {
    if !is_kept(typed) {
        return Ok(Vec::new());
    }
    let sql = "SELECT word FROM word WHERE instr(word, ?1) > 1 ORDER BY length(word), word";
    let mut statement = db.prepare_cached(sql)?;
    let words = statement.query_map([typed], |row| row.get(0))?;
    Ok(words.take(LOOKED_AT).collect::<rusqlite::Result<_>>()?)
}

/// Words close to the typed one, each with its number of typing errors, the nearest first. Some may
/// be of records that are gone.
pub fn close(db: &Connection, typed: &str) -> Result<Vec<(usize, String)>> {
    let length = typed.chars().count();
    let most = SLIPS.iter().filter(|it| length >= **it).count();
    if most == 0 || !typed.chars().all(char::is_alphabetic) {
        return Ok(Vec::new());
    }
    let mut statement = db.prepare_cached("SELECT word FROM word")?;
    let words = statement.query_map((), |row| row.get(0))?;
    let mut close = Vec::new();
    for word in words {
        let word: String = word?;
        if word.len() + most >= length {
            let slips = slips(typed, length, &word);
            close.extend((slips <= most).then_some((slips, word)));
        }
    }
    close.sort_unstable();
    Ok(close)
}

/// The number of typing errors between the typed word and a word or its prefix, because the user
/// may not have finished typing.
fn slips(typed: &str, length: usize, word: &str) -> usize {
    let end = word.char_indices().nth(length).map_or(word.len(), |it| it.0);
    let (beginning, rest) = word.split_at(end);
    let begun = osa_distance(typed, beginning);
    if rest.is_empty() { begun } else { begun.min(osa_distance(typed, word)) }
}
