//! A snapshot as a device makes it; to the server, its parts are any bytes.

use wire::snapshot::sign;
use wire::{
    Hash, KeepPart, KeepSnapshot, Manifest, PartName, Refusal, SealedChange, Snapshot, roll,
};

use crate::it::device::Device;
use crate::it::world::World;

/// The parts, and what they are when all are there.
pub struct Made {
    pub parts: Vec<KeepPart>,
    pub manifest: Manifest,
}

impl Made {
    /// A snapshot of the first changes of a space.
    pub fn new(device: &Device, changes: &[SealedChange], parts: &[&[u8]]) -> Self {
        let (space, at) = (device.space, changes.len() as u64);
        let digest = changes.iter().fold(Hash::default(), |it, change| roll(&it, &change.header));
        let names = parts.iter().map(|part| PartName { hash: hash(part), changes: 1 }).collect();
        let sent =
            |(part, bytes): (u32, &&[u8])| KeepPart { space, at, part, bytes: bytes.to_vec() };
        Self {
            parts: (0..).zip(parts).map(sent).collect(),
            manifest: Manifest { space, at, digest, device: device.id, parts: names },
        }
    }

    /// The snapshot, signed.
    pub fn snapshot(&self, device: &Device) -> Snapshot {
        sign(self.manifest.clone(), &device.key)
    }

    /// Sends the parts.
    pub async fn begin(&self, world: &World, device: &Device) -> Result<(), Refusal> {
        for part in &self.parts {
            world.call(device, part).await?;
        }
        Ok(())
    }

    /// Says that all are there.
    pub async fn complete(&self, world: &World, device: &Device) -> Result<(), Refusal> {
        world.call(device, &KeepSnapshot { snapshot: self.snapshot(device) }).await
    }

    /// Sends everything.
    pub async fn keep(&self, world: &World, device: &Device) -> Result<(), Refusal> {
        self.begin(world, device).await?;
        self.complete(world, device).await
    }
}

pub fn hash(bytes: &[u8]) -> Hash {
    *blake3::hash(bytes).as_bytes()
}
