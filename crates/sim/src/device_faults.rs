//! What goes wrong on devices and at the server.

use std::sync::atomic::Ordering;

use domain::calls;

use crate::device::Device;
use crate::dice::Dice;
use crate::files::{copy, extent, tear};
use crate::inspect::Insides;
use crate::world::{Broken, World};

/// An hour and ten years, in milliseconds.
const HOUR: i64 = 60 * 60 * 1_000;
const DECADE: i64 = 10 * 365 * 24 * HOUR;
/// The first of January 2090, in milliseconds since 1970.
const YEAR_2090: i64 = 3_786_912_000_000;
/// Most devices in a world, copies among them.
const DEVICES: usize = 7;

impl World {
    /// Kills an app and starts it again. What was acknowledged is there.
    pub fn kill(&mut self, device: usize) -> Result<(), Broken> {
        self.crash(device, None, |_| {})
    }

    /// Fails the power just after the app has read: what was written since the last save was not
    /// synced, and some of it is gone.
    pub fn cut_power(&mut self, device: usize, dice: &mut Dice) -> Result<(), Broken> {
        let synced = extent(&self.devices[device].home);
        drop(self.devices[device].call(calls::GetStatus {}));
        let end = extent(&self.devices[device].home).map_or(0, |it| it.bytes);
        let start = synced.map_or(end, |it| it.bytes.min(end));
        let bytes = start + dice.roll() % (end - start + 1);
        self.crash(device, None, |home| tear(home, synced, bytes))
    }

    /// Fills a device's disk but for a few pages. Not a copy's: once it has taken another name,
    /// what it shows are the records from before until there is room, which nobody can have seen
    /// by their new names.
    pub fn fill_disk(&mut self, device: usize, dice: &mut Dice) -> Result<(), Broken> {
        if self.devices[device].copied {
            return Ok(());
        }
        let room = u32::try_from(dice.below(12)).unwrap_or_default();
        self.crash(device, Some(room), |_| {})
    }

    /// Ends an app and starts it again, after `meanwhile` with its home.
    pub fn crash(
        &mut self,
        device: usize,
        room: Option<u32>,
        meanwhile: impl FnOnce(&std::path::Path),
    ) -> Result<(), Broken> {
        self.note(&format!("{device} ends and starts again"));
        let home = self.devices[device].remains();
        meanwhile(&home);
        self.inspect(device, &Insides::of(&home))?;
        let started = self.devices[device].start_again(home, room);
        started.map_err(|fault| format!("{device} doesn't start again: {fault}"))?;
        self.still_has(device)
    }

    /// Copies a home to another machine. Once at most: of three that go by one name, two may
    /// send what the first of them never did, each under a new name, and who replaced the one
    /// hasn't seen the other.
    pub fn copy(&mut self, device: usize) {
        let index = self.devices.len();
        let it = &self.devices[device];
        if index >= DEVICES || !it.joined || it.copied || it.limited {
            return;
        }
        let home = self.folder.path().join(format!("device-{index}"));
        copy(&self.devices[device].home, &home);
        let site = self.devices[device].site;
        self.devices.push(Device::new(index, site, home, &self.network, self.seed));
        for copied in [device, index] {
            (self.devices[copied].copied, self.devices[copied].joined) = (true, true);
            self.devices[copied].forms.clear();
        }
        self.note(&format!("{device} was copied to {index}"));
    }

    /// Sets a device's clock.
    pub fn set_clock(&mut self, device: usize, dice: &mut Dice) {
        let now = self.network.lock().now.cast_signed();
        let ahead = *dice.pick(&[0, HOUR, -HOUR, DECADE, -DECADE, -now, YEAR_2090 - now]);
        self.devices[device].wall.ahead.store(ahead, Ordering::Relaxed);
        self.note(&format!("{device} is {ahead} ms ahead"));
    }

    /// Copies the server's database.
    pub fn back_up(&mut self) {
        self.central.back_up();
        self.note("backed up");
    }

    /// Puts the server's database back. Whatever was on its way is lost.
    pub fn put_back(&mut self, dice: &mut Dice) {
        if self.central.put_back(dice.below(1_000)) {
            let lost = std::mem::take(&mut self.network.lock().messages);
            lost.into_iter().filter_map(|it| it.back).for_each(|it| drop(it.send(None)));
            self.note("put back");
        }
    }

    /// One of the server's processes dies.
    pub fn fail_over(&mut self, dice: &mut Dice) {
        self.central.fail_over(dice.below(3));
        self.note("failed over");
    }
}
