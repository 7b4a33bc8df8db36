//! The network is mended, disks have room, everybody joins: the world comes to rest.

use wire::WAIT_MILLIS;

use crate::world::{Broken, World};

/// Messages and pauses after which a world that still isn't at rest never will be.
const PATIENCE: usize = 20_000;

impl World {
    /// Mends everything and waits until everything is sent and fetched.
    pub fn heal(&mut self) -> Result<(), Broken> {
        self.busy = 0;
        self.note("healing");
        // Not always: what is sent only after a new start would never be missed.
        let anew = self.seed.is_multiple_of(2);
        for device in 0..self.devices.len() {
            self.devices[device].away = 0;
            if anew || self.devices[device].limited {
                self.kill(device)?;
            }
        }
        // Twice: one who waits at the same position may not know yet that it is another server's.
        for _ in 0..2 {
            self.come_to_rest()?;
            self.network.lock().now += WAIT_MILLIS;
        }
        self.come_to_rest()
    }

    fn come_to_rest(&mut self) -> Result<(), Broken> {
        for _ in 0..PATIENCE {
            (0..self.devices.len()).for_each(|it| self.join(it));
            if self.ripe().is_empty() && (0..self.devices.len()).all(|it| self.rests(it)) {
                return Ok(());
            }
            self.step(0);
        }
        let restless = self.devices.iter().filter(|it| !self.rests(it.index));
        let status = restless.map(|it| (it.index, it.status()));
        let told =
            status.map(|(index, it)| format!("{index}: {} wait, {:?}", it.waiting, it.trouble));
        Err(format!("no rest: {}", told.collect::<Vec<_>>().join("; ")))
    }

    fn rests(&self, device: usize) -> bool {
        let waits =
            self.network.lock().messages.iter().any(|it| it.device == device && it.is_wait());
        let status = (waits && self.devices[device].joined).then(|| self.devices[device].status());
        status.is_some_and(|it| it.waiting == 0 && it.trouble.is_none())
    }
}
