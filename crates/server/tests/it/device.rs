//! A device of a site: its keys, and the changes that it makes.

use std::convert::Infallible;
use std::sync::atomic::{AtomicU64, Ordering};

use rand_core::TryRng;
use uuid::Uuid;
use wire::request::Proof;
use wire::{DeviceKey, Found, Header, Join, Member, Pull, Push, SealedChange, SpaceKey, encode};

/// A device in one space.
pub struct Device {
    pub id: Uuid,
    pub key: DeviceKey,
    pub space: Uuid,
    pub space_key: SpaceKey,
    pub seq: AtomicU64,
}

impl Device {
    /// A device of a site; names and sites are told apart by their numbers.
    pub fn of_site(site: u8, number: u8) -> Self {
        Self {
            id: Uuid::from_u128(0x0DEF << 64 | u128::from(site) << 8 | u128::from(number)),
            key: DeviceKey::from_bytes(&[number; 32]),
            space: Uuid::from_u128(0x5ACE << 64 | u128::from(site)),
            space_key: SpaceKey([site; 32]),
            seq: AtomicU64::new(0),
        }
    }

    pub fn member(&self) -> Member {
        let profile = sealed("Aisha");
        self.space_key.admit(self.space, self.id, self.key.public(), profile)
    }

    pub fn found(&self) -> Found {
        let (space, admission) = (self.space, self.space_key.admission());
        Found { space, admission, profile: vec![7; 40], member: self.member() }
    }

    pub fn join(&self) -> Join {
        Join { space: self.space, member: self.member() }
    }

    pub fn pull(&self, after: u64) -> Pull {
        Pull { space: self.space, after, limit: 1_000 }
    }

    pub fn push(&self, changes: &[SealedChange]) -> Push {
        Push { space: self.space, changes: changes.to_vec() }
    }

    /// The next change, alone in its group.
    pub fn write(&self, text: &str) -> SealedChange {
        self.write_group(&[text]).remove(0)
    }

    /// The next changes, in groups of the given sizes.
    pub fn write_groups(&self, sizes: &[usize]) -> Vec<SealedChange> {
        sizes.iter().flat_map(|size| self.write_group(&vec!["text"; *size])).collect()
    }

    pub fn write_group(&self, texts: &[&str]) -> Vec<SealedChange> {
        let group = Uuid::from_u128(
            self.id.as_u128() << 32 | u128::from(self.seq.load(Ordering::Relaxed) + 1),
        );
        texts.iter().map(|text| self.seal(text, group, texts.len())).collect()
    }

    fn seal(&self, text: &str, group: Uuid, count: usize) -> SealedChange {
        let payload = sealed(text);
        let seq = self.seq.fetch_add(1, Ordering::Relaxed) + 1;
        let header = Header {
            space: self.space,
            device: self.id,
            seq,
            record: Uuid::from_u128(1),
            group,
            group_count: u32::try_from(count).unwrap(),
            clock: u64::MAX - seq,
            size: 0,
            hash: [0; 32],
        };
        self.sign(header, payload)
    }

    /// A change as this device would sign it.
    pub fn sign(&self, mut header: Header, payload: Vec<u8>) -> SealedChange {
        header.size = u32::try_from(payload.len()).unwrap();
        header.hash = *blake3::hash(&payload).as_bytes();
        let signature = self.key.sign(&encode(&header));
        SealedChange { header, payload, signature }
    }

    /// Signs a request as made at a time.
    pub fn prove(&self, path: &str, body: &[u8], time: u64) -> Proof {
        let mut nonce = [0; 16];
        Dice.try_fill_bytes(&mut nonce).unwrap();
        Proof::new(&self.key, self.id, path, body, time, nonce)
    }
}

/// As long as a sealed text, and no two alike. What is in it is nothing to a server.
fn sealed(text: &str) -> Vec<u8> {
    let mut seal = [0; 40];
    Dice.try_fill_bytes(&mut seal).unwrap();
    [&seal[..], text.as_bytes()].concat()
}

/// Numbers that never repeat within a test run.
struct Dice;

static THROWN: AtomicU64 = AtomicU64::new(1);

impl TryRng for Dice {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        self.try_next_u64().map(|number| (number >> 32) as u32)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let hash = blake3::hash(&THROWN.fetch_add(1, Ordering::Relaxed).to_le_bytes());
        Ok(hash.as_bytes()[..8].iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.try_next_u64()?.to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}
