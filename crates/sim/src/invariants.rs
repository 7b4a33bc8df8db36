//! What must hold: of a device at any time, and of the world once it has come to rest.

use std::collections::BTreeSet;

use domain::{Id, calls};

use crate::inspect::Insides;
use crate::oracle::shown;
use crate::world::{Broken, World};

impl World {
    /// Whatever was acknowledged on a device is in its log.
    pub fn still_has(&self, device: usize) -> Result<(), Broken> {
        for (id, typed) in self.oracle.of(self.devices[device].site) {
            let ours = typed.texts.iter().filter(|it| *it.1 == device).map(|it| it.0);
            let mut ours = ours.peekable();
            if ours.peek().is_some() {
                let notes = self.history(device, id)?;
                if let Some(lost) = ours.find(|it| !notes.contains(*it)) {
                    return Err(format!("{device} has lost {lost:?} of {id}"));
                }
            }
        }
        Ok(())
    }

    /// A device has everything up to its cursor, the server everything it has confirmed, and
    /// nothing on the device belongs to another site.
    pub fn inspect(&self, device: usize, insides: &Insides) -> Result<(), Broken> {
        let Some(standing) = insides.standing() else { return Ok(()) };
        if insides.spaces().iter().any(|it| *it != standing.space) {
            return Err(format!("{device} has something of another site"));
        }
        if standing.epoch != self.central.epoch().to_string() {
            return Ok(());
        }
        let (kept, stored) = (insides.kept(), self.central.changes(standing.space));
        if let Some(missing) = stored.iter().take(standing.cursor).find(|it| !kept.contains(*it)) {
            return Err(format!("{device} is at {} without {missing:?}", standing.cursor));
        }
        let confirmed = (1..=standing.sent).map(|seq| (standing.device, seq));
        let stored: BTreeSet<_> = stored.into_iter().collect();
        match confirmed.into_iter().find(|it| !stored.contains(it)) {
            Some(missing) => Err(format!("{device} takes {missing:?} for sent")),
            None => Ok(()),
        }
    }

    /// What must hold once everything was sent and fetched.
    pub fn is_whole(&self) -> Result<(), Broken> {
        for site in self.codes.keys() {
            let devices: Vec<usize> =
                self.devices.iter().filter(|it| it.site == *site).map(|it| it.index).collect();
            let insides: Vec<_> =
                devices.iter().map(|it| Insides::beside(&self.devices[*it])).collect();
            self.is_equal(&devices, &insides)?;
            self.nothing_falls_on_the_floor(&devices)?;
            for (device, insides) in devices.into_iter().zip(insides) {
                self.inspect(device, &insides)?;
                self.is_sound(device)?;
                self.shows_everything(device)?;
            }
        }
        Ok(())
    }

    /// All devices of a site, and the server, have the same changes and the same records.
    fn is_equal(&self, devices: &[usize], insides: &[Insides]) -> Result<(), Broken> {
        let Some(space) = insides.first().and_then(Insides::standing).map(|it| it.space) else {
            return Err("a site without a device".into());
        };
        let stored: BTreeSet<(Id, u64)> = self.central.changes(space).into_iter().collect();
        let (records, words) = (insides[0].records(), insides[0].words());
        self.are_kept(devices, &words)?;
        for (device, insides) in devices.iter().zip(insides) {
            let log = insides.log();
            if log != stored {
                let (ours, theirs) = (log.difference(&stored), stored.difference(&log));
                let (ours, theirs): (Vec<_>, Vec<_>) = (ours.collect(), theirs.collect());
                return Err(format!("{device} alone has {ours:?}, the server alone {theirs:?}"));
            }
            if insides.kept() != log {
                return Err(format!("{device} can't read something"));
            }
            if insides.words() != words {
                return Err(format!("{device} has a change that reads otherwise"));
            }
            let other = insides.records();
            if let Some((one, two)) = records.iter().zip(&other).find(|it| it.0 != it.1) {
                return Err(format!("{device} differs:\n{two}\n{one}"));
            }
        }
        Ok(())
    }

    /// Whatever a newer version wrote is there as it was written.
    fn are_kept(&self, devices: &[usize], words: &[Vec<u8>]) -> Result<(), Broken> {
        let has = |value: &str| words.iter().any(|it| contains(it, value.as_bytes()));
        let site = self.devices[devices[0]].site;
        match self.oracle.unknown_of(site).find(|it| !has(it)) {
            Some(lost) => Err(format!("{lost} of a newer version is lost")),
            None => Ok(()),
        }
    }

    fn is_sound(&self, device: usize) -> Result<(), Broken> {
        let verified = self.devices[device].call(calls::Verify {}).map_err(|it| it.to_string())?;
        if verified.differing.is_empty() && verified.gaps.is_empty() {
            return Ok(());
        }
        Err(format!("{device} isn't sound: {verified:?}"))
    }

    /// Every text is in the history, those that stand are shown, and no edit is lost to a deletion
    /// that hadn't seen it.
    fn shows_everything(&self, device: usize) -> Result<(), Broken> {
        for (id, typed) in self.oracle.of(self.devices[device].site) {
            let notes = self.history(device, id)?;
            if let Some(lost) = typed.texts.keys().find(|it| !notes.contains(*it)) {
                return Err(format!("{device} has no {lost:?} in the history of {id}"));
            }
            let page = self.devices[device].call(calls::Get { id }).map_err(|it| it.to_string())?;
            let entry = &page.entries[0];
            let (shown, standing) = (shown(entry), typed.standing());
            if shown != standing {
                return Err(format!("{device} shows {shown:?} of {id}, and {standing:?} stand"));
            }
            if entry.deleted && typed.outlives_bin() {
                return Err(format!("{device} lost an edit of {id} to a deletion"));
            }
        }
        Ok(())
    }

    fn history(&self, device: usize, id: Id) -> Result<BTreeSet<String>, Broken> {
        let history = self.devices[device].call(calls::History { id });
        let history = history.map_err(|fault| format!("{device} can't read {id}: {fault}"))?;
        let note = |it: domain::views::Revision| it.fields.get("note")?.as_str().map(str::to_owned);
        Ok(history.into_iter().filter_map(note).collect())
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|it| it == part)
}
