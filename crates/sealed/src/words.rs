//! A passphrase that can be told by phone: six words out of 512, which are 54 bits. `age` makes each guess cost
//! 64 MiB and a tenth of a second, so that they cannot all be tried.

/// No two words differ in one letter alone, so that one that was misheard is no other.
const WORDS: &str = include_str!("words.txt");
const HOW_MANY: usize = 6;

/// The words that a secret chooses.
pub fn spoken(secret: &[u8; 32]) -> String {
    let all: Vec<&str> = WORDS.lines().collect();
    let (pairs, _) = secret.as_chunks::<2>();
    // 65,536 is a multiple of the number of words, so each is as likely.
    let chosen = pairs.iter().map(|it| all[usize::from(u16::from_le_bytes(*it)) % all.len()]);
    chosen.take(HOW_MANY).collect::<Vec<_>>().join("-")
}

/// A passphrase as it was meant, however it was typed.
pub fn typed(words: &str) -> String {
    let words = words.to_lowercase();
    let all = words.split(|it: char| !it.is_ascii_lowercase()).filter(|it| !it.is_empty());
    all.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_512_words_of_small_letters_and_each_chooses_itself() {
        let all: BTreeSet<&str> = WORDS.lines().collect();
        assert_eq!((all.len(), WORDS.lines().count()), (512, 512));
        assert!(all.iter().all(|it| it.bytes().all(|byte| byte.is_ascii_lowercase())));
    }

    #[test]
    fn no_two_words_differ_in_one_letter_alone() {
        let all: Vec<&str> = WORDS.lines().collect();
        let differ = |a: &str, b: &str| a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).count();
        for (at, word) in all.iter().enumerate() {
            let mut others = all[at + 1..].iter().filter(|it| it.len() == word.len());
            assert!(others.all(|other| differ(word, other) > 1), "{word}");
        }
    }

    #[test]
    fn a_secret_chooses_six_words_and_another_secret_others() {
        let (mine, other) = (spoken(&[7; 32]), spoken(&[8; 32]));
        assert_eq!(mine.split('-').count(), 6);
        assert_ne!(mine, other);
    }

    #[test]
    fn it_is_the_same_however_it_is_typed() {
        assert_eq!(typed(" ABBOR agurk–albue, alpin\n"), "abbor-agurk-albue-alpin");
    }
}
