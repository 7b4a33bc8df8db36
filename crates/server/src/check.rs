//! Reads a whole database as devices would, and checks what they would: signatures, groups, and
//! that no number is missing.

use std::collections::HashMap;
use std::fmt;

use ed25519_dalek::VerifyingKey;
use uuid::Uuid;
use wire::admission::is_admitted;
use wire::snapshot::is_signed;
use wire::{GetPart, Pull, SealedChange, Snapshot};

use crate::storage::Storage;
use crate::{Error, Result};

/// How many changes are read at a time, while no damage is found.
const MANY: u32 = 1_000;

/// What was checked, and the damage found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// How many spaces there are.
    pub spaces: usize,
    /// How many changes there are.
    pub changes: u64,
    /// The damage found.
    pub damages: Vec<Damage>,
}

/// Something that differs from what was stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// The space, if the damage is in one. Only printed for the operator.
    pub space: Option<Uuid>,
    /// The position before the damage, if it is in a change.
    pub after: Option<u64>,
    /// A description, by the database or by us.
    pub what: String,
}

impl fmt::Display for Damage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(space) = self.space {
            write!(formatter, "space {space}, ")?;
        }
        if let Some(after) = self.after {
            write!(formatter, "after position {after}, ")?;
        }
        formatter.write_str(&self.what)
    }
}

/// A space being checked.
struct Walk<'a> {
    storage: &'a dyn Storage,
    space: Uuid,
    keys: HashMap<Uuid, VerifyingKey>,
    /// The last number of each device.
    last: HashMap<Uuid, u64>,
    checked: &'a mut Checked,
}

/// Checks everything.
pub async fn examine(storage: &dyn Storage) -> Result<Checked> {
    let mut checked = Checked::default();
    for what in storage.inspect().await? {
        checked.damages.push(Damage { space: None, after: None, what });
    }
    let spaces = storage.spaces().await?;
    checked.spaces = spaces.len();
    for space in spaces {
        let (keys, last) = (HashMap::new(), HashMap::new());
        let mut walk = Walk { storage, space, keys, last, checked: &mut checked };
        walk.members().await?;
        walk.changes().await?;
        walk.snapshot().await?;
    }
    Ok(checked)
}

impl Walk<'_> {
    async fn members(&mut self) -> Result<()> {
        let read =
            (self.storage.admission(self.space).await, self.storage.roster(self.space).await);
        let (Some(admission), Some(roster)) =
            (self.sound(read.0, None)?, self.sound(read.1, None)?)
        else {
            return Ok(());
        };
        for member in roster.members {
            if is_admitted(&admission, self.space, &member) {
                self.keys.insert(member.device, member.key);
            } else {
                self.note(None, "member");
            }
        }
        Ok(())
    }

    async fn changes(&mut self) -> Result<()> {
        let Some(head) = self.sound(self.storage.head(self.space).await, None)? else {
            return Ok(());
        };
        let (mut after, mut limit) = (0, MANY);
        while after < head.head {
            let pull = Pull { space: self.space, after, limit };
            match self.storage.pull(pull).await {
                Ok(page) if page.next > after => {
                    self.page(after, &page.changes);
                    (after, limit) = (page.next, MANY);
                }
                // Finds the exact position of the damage.
                Err(error) if error.damage().is_some() && limit > 1 => limit = 1,
                other => {
                    let what = other.err().unwrap_or(Error::Corrupt("position"));
                    self.sound::<()>(Err(what), Some(after))?;
                    after += 1;
                }
            }
        }
        self.checked.changes += head.head;
        Ok(())
    }

    fn page(&mut self, after: u64, changes: &[SealedChange]) {
        for (after, change) in (after..).zip(changes) {
            let header = &change.header;
            let key = self.keys.get(&header.device);
            if key.is_none_or(|key| change.check(key).is_err()) {
                self.note(Some(after), "change");
            }
            let last = self.last.insert(header.device, header.seq);
            // Nothing after a damaged change can be checked.
            if last.unwrap_or_default() + 1 != header.seq && self.checked.damages.is_empty() {
                self.note(Some(after), "number");
            }
        }
    }

    async fn snapshot(&mut self) -> Result<()> {
        let read = self.storage.snapshot(self.space).await;
        let Some(Some(snapshot)) = self.sound(read, None)? else { return Ok(()) };
        let Snapshot { manifest, .. } = &snapshot;
        let key = self.keys.get(&manifest.device);
        if key.is_none_or(|key| !is_signed(&snapshot, key)) {
            self.note(None, "snapshot");
        }
        for (part, name) in (0..).zip(&manifest.parts) {
            let wanted = GetPart { space: self.space, at: manifest.at, part };
            let kept = self.sound(self.storage.part(wanted).await, None)?;
            if kept.is_some_and(|it| *blake3::hash(&it.bytes).as_bytes() != name.hash) {
                self.note(None, "snapshot");
            }
        }
        Ok(())
    }

    /// The value read, or none if it is damaged, which is noted. Any other failure ends the check.
    fn sound<T>(&mut self, read: Result<T>, after: Option<u64>) -> Result<Option<T>> {
        match read {
            Ok(read) => Ok(Some(read)),
            Err(error @ Error::Refused(_)) => {
                self.note(after, &error.to_string());
                Ok(None)
            }
            Err(error) => match error.damage() {
                Some(what) => {
                    self.note(after, what);
                    Ok(None)
                }
                None => Err(error),
            },
        }
    }

    fn note(&mut self, after: Option<u64>, what: &str) {
        let damage = Damage { space: Some(self.space), after, what: what.to_owned() };
        self.checked.damages.push(damage);
    }
}
