//! The join code: everything a colleague's device needs, as one line to paste.

use base32ct::{Base32UpperUnpadded as Base32, Encoding};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use wire::{decode, encode};

const PREFIX: &str = "BOMILJO2";
const CHECK: usize = 4;
const MARK: &str = "bomiljo 2026-11 join code mark";

/// What a join code contains. Anyone who has it can read the site.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinCode {
    /// The server's address.
    pub server: String,
    /// The space.
    pub space: Uuid,
    /// Its key.
    pub key: [u8; 32],
    /// Identifies the founder's public key, which must be among the members.
    pub fingerprint: [u8; 16],
    /// The member whose the device is that joins; none for a newcomer.
    pub member: Option<Uuid>,
}

impl JoinCode {
    /// The code, in capital letters and digits, grouped in fives so that it can be read aloud.
    pub fn to_text(&self) -> String {
        let mut bytes = encode(self);
        let check = blake3::hash(&bytes);
        bytes.extend_from_slice(&check.as_bytes()[..CHECK]);
        let letters = Base32::encode_string(&bytes);
        let groups = letters.as_bytes().chunks(5).map(String::from_utf8_lossy);
        std::iter::once(PREFIX.into()).chain(groups).collect::<Vec<_>>().join("-")
    }

    /// A short form of the code, for two people to compare: `1F2A 90BC 44DE 0712`. It reveals
    /// nothing about the key, and no other code with the same short form can be made.
    pub fn mark(&self) -> String {
        let digest = blake3::derive_key(MARK, &encode(self));
        let pairs = digest[..8].chunks(2).map(base16ct::upper::encode_string);
        pairs.collect::<Vec<_>>().join(" ")
    }

    /// Parses pasted or typed text. Case, spaces and hyphens don't matter. A mistyped letter is
    /// noticed.
    pub fn from_text(text: &str) -> Option<Self> {
        let letters: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
        let letters = letters.to_ascii_uppercase();
        let bytes = Base32::decode_vec(letters.strip_prefix(PREFIX)?).ok()?;
        let (body, check) = bytes.split_at(bytes.len().checked_sub(CHECK)?);
        let sound = blake3::hash(body).as_bytes()[..CHECK] == *check;
        if sound { decode(body) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> JoinCode {
        JoinCode {
            server: "https://bomiljo.example.no".into(),
            space: Uuid::from_u128(7),
            key: [9; 32],
            fingerprint: [3; 16],
            member: None,
        }
    }

    #[test]
    fn a_code_survives_being_read_aloud_and_typed_in_small_letters() {
        let text = code().to_text().to_lowercase().replace('-', " ");
        assert!(JoinCode::from_text(&text) == Some(code()));
    }

    #[test]
    fn a_code_of_another_site_has_another_mark() {
        let mark = code().mark();
        assert!(mark.len() == 19 && mark.split(' ').all(|it| it.len() == 4), "{mark}");
        for other in [
            JoinCode { server: "https://bomiljo.example.com".into(), ..code() },
            JoinCode { space: Uuid::from_u128(8), ..code() },
            JoinCode { key: [8; 32], ..code() },
            JoinCode { fingerprint: [4; 16], ..code() },
            JoinCode { member: Some(Uuid::from_u128(9)), ..code() },
        ] {
            assert_ne!(other.mark(), mark);
        }
        assert_eq!(JoinCode::from_text(&code().to_text()).unwrap().mark(), mark);
    }

    #[test]
    fn a_mistyped_letter_is_noticed() {
        let text = code().to_text();
        let at = text.len() - 8;
        let other = if text.as_bytes()[at] == b'A' { "B" } else { "A" };
        let mistyped = format!("{}{other}{}", &text[..at], &text[at + 1..]);
        assert!(JoinCode::from_text(&mistyped).is_none());
        assert!(JoinCode::from_text("BOMILJO2").is_none());
        assert!(JoinCode::from_text("æøå").is_none());
    }
}
