//! SQLCipher's page format, read one page at a time. SQLCipher itself gives up the file at the
//! first page that fails authentication; salvage has to read the others.

use aes::Aes256;
use aes::cipher::{Array, BlockModeDecrypt, KeyIvInit};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Sha256, Sha512};

use crate::{Error, Key, Result};

/// Bytes of a page. This is half of SQLCipher's default: a save touches a dozen pages and fills
/// none, and always encrypts, authenticates and writes whole pages.
pub const PAGE: usize = 2_048;
/// Bytes at the end of a page for its initialisation vector and authentication tag.
const RESERVED: usize = IV + SEAL;
/// Bytes of a page that are encrypted.
const BODY: usize = PAGE - RESERVED;
/// Bytes at the end of a page that SQLite leaves unused in our files. It is more than needed,
/// because SQLCipher starts with a longer tag and the reserved size never shrinks.
pub const LEFT_ALONE: usize = 80;

const IV: usize = 16;
const SEAL: usize = 32;
/// Bytes of the file's header. A plain database has SQLite's name there; ours has its id.
const HEADER: usize = 16;
/// SQLCipher changes the salt by this for the authentication key.
const SALT_MASK: u8 = 0x3a;

type Id = [u8; HEADER];

impl Key {
    /// The id of this key's database: the salt in its header. It follows from the key, reveals
    /// nothing about it, and distinguishes a foreign file from a damaged one.
    pub fn id(&self) -> Id {
        let mut id = [0; HEADER];
        if let Ok(mut hash) = Hmac::<Sha256>::new_from_slice(&self.0) {
            hash.update(b"bomiljo database");
            id.copy_from_slice(&hash.finalize().into_bytes()[..HEADER]);
        }
        id
    }
}

/// Decrypts and authenticates the pages of one database.
pub struct Cipher {
    key: Key,
    seal: Hmac<Sha256>,
    id: Id,
}

impl Cipher {
    /// The cipher of a key.
    pub fn of(key: &Key) -> Result<Self> {
        let id = key.id();
        let seal = Hmac::new_from_slice(&seal_key(key, id)?).map_err(|_| Error::Stored("key"))?;
        Ok(Self { key: key.clone(), seal, id })
    }

    /// Whether a file with this beginning was made with this key.
    pub fn made(&self, beginning: &[u8]) -> bool {
        beginning.starts_with(&self.id)
    }

    /// Whether a page passes authentication.
    pub fn is_whole(&self, number: u32, page: &[u8]) -> bool {
        let start = start(number);
        let Some((sealed, rest)) =
            page.get(start..).and_then(|it| it.split_at_checked(PAGE - SEAL - start))
        else {
            return false;
        };
        let mut seal = self.seal.clone();
        seal.update(sealed);
        seal.update(&number.to_le_bytes());
        seal.verify_slice(rest).is_ok()
    }

    /// Decrypts a page in place. Returns whether it passed authentication.
    pub fn open(&self, number: u32, page: &mut [u8]) -> bool {
        if !self.is_whole(number, page) {
            return false;
        }
        let (body, reserved) = page.split_at_mut(BODY);
        let Ok(iv) = <[u8; IV]>::try_from(&reserved[..IV]) else { return false };
        let mut cipher = cbc::Decryptor::<Aes256>::new(&self.key.0.into(), &iv.into());
        cipher.decrypt_blocks(Array::slice_as_chunks_mut(&mut body[start(number)..]).0);
        true
    }
}

/// Where the encrypted part of a page begins.
const fn start(number: u32) -> usize {
    if number == 1 { HEADER } else { 0 }
}

/// PBKDF2 with HMAC-SHA512 and two rounds, as SQLCipher derives it (its `fast_kdf_iter`).
fn seal_key(key: &Key, id: Id) -> Result<[u8; 32]> {
    let round = |input: &[u8]| -> Result<[u8; 64]> {
        let mut hash = Hmac::<Sha512>::new_from_slice(&key.0).map_err(|_| Error::Stored("key"))?;
        hash.update(input);
        Ok(hash.finalize().into_bytes().into())
    };
    let salt = id.map(|it| it ^ SALT_MASK);
    let first = round(&[&salt[..], &[0, 0, 0, 1]].concat())?;
    let second = round(&first)?;
    Ok(std::array::from_fn(|at| first[at] ^ second[at]))
}
