//! A newer version of the app. Those that don't know what it writes hand it on word for word.

use std::path::Path;

use domain::{Edit, Id};
use store::{Act, Author, Key, Store};

use crate::dice::Dice;
use crate::files::DATABASE;
use crate::fresh::KEY;
use crate::world::{Broken, World};

/// A field that today's version doesn't know.
const FIELD: &str = "mood";
/// A kind that it doesn't know.
const KIND: &str = "mood-diary";

impl World {
    /// A newer version runs on a device for a moment, and then this one again: it has given a
    /// record another field, and made a record of another kind.
    pub fn run_newer(&mut self, device: usize, dice: &mut Dice) -> Result<(), Broken> {
        let it = &self.devices[device];
        if !it.joined || it.limited {
            return Ok(());
        }
        let records: Vec<Id> = self.oracle.of(it.site).map(|(id, _)| id).collect();
        if records.is_empty() {
            return Ok(());
        }
        let (site, now) = (it.site, it.now());
        let value = self.oracle.unknown(site);
        let writes = [(*dice.pick(&records), "visit"), (Id::from_bytes(dice.bytes()), KIND)];
        let group = Id::from_bytes(dice.bytes());
        self.crash(device, None, |home| write(home, group, now, &writes, &value))
    }
}

fn write(home: &Path, group: Id, now: u64, writes: &[(Id, &str)], value: &str) {
    let mut store = Store::open(&home.join(DATABASE), &Key(KEY)).unwrap();
    let space = store.space_id().unwrap().unwrap();
    let device = store.setting("device").unwrap().unwrap().parse().unwrap();
    let author = Author { space, device, group, now };
    let act = |act: &mut Act| writes.iter().try_for_each(|it| set(act, it.0, it.1, value));
    store.transact(author, act).unwrap();
}

/// Sets the unknown field of a record, having seen what was in it; one of a known kind must be
/// here.
fn set(act: &mut Act, record: Id, kind: &str, value: &str) -> store::Result<()> {
    let merged = act.merged(record)?;
    if merged.is_none() && kind != KIND {
        return Ok(());
    }
    let merged = merged.unwrap_or_default();
    let base = merged.seen.get(FIELD).cloned().unwrap_or_default();
    let edit = Edit { field: FIELD.into(), value: value.into(), base };
    act.write(record, kind, vec![edit])
}
