//! Record ids as the server sees them. A plain id can reveal its record: it may be derived from a
//! name, or come from a system that numbers people. So it is enciphered. AES is a permutation of
//! blocks of 128 bits, the size of an id. The same record always gives the same block, which
//! reveals nothing else.

use aes::Aes256;
use aes::cipher::{BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use uuid::Uuid;

use wire::admission::SpaceKey;

/// What the server sees in place of a record's id.
pub fn conceal(record: Uuid, space: &SpaceKey) -> Uuid {
    let mut block = record.into_bytes().into();
    cipher(space).encrypt_block(&mut block);
    Uuid::from_bytes(block.into())
}

/// The id behind what the server sees.
pub fn reveal(seen: Uuid, space: &SpaceKey) -> Uuid {
    let mut block = seen.into_bytes().into();
    cipher(space).decrypt_block(&mut block);
    Uuid::from_bytes(block.into())
}

fn cipher(space: &SpaceKey) -> Aes256 {
    Aes256::new(&space.concealing().into())
}
