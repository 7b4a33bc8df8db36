//! Everything is mended, and everybody sends and fetches until there is nothing more.

use domain::views::Status;
use serde_json::json;

use crate::act;
use crate::deed::Blow;
use crate::finding::{Finding, Flaw};
use crate::process::Harm;
use crate::repair;
use crate::story::Story;
use crate::weather::Weather;

/// Rounds of syncs after which whoever still has something to send never will.
const ROUNDS: usize = 10;
/// Rounds in a row in which all goes well, after which everybody has everything.
const CALM: usize = 3;

impl Story<'_> {
    /// Mends the network, the disks and the server, and syncs until all is calm.
    pub(crate) fn heals(&mut self) {
        self.scene.journal.note("healing");
        for device in &mut self.devices {
            device.way.weather(Weather::fair());
            device.room = None;
        }
        self.server.suffers(&self.scene, Blow::Restart);
        self.devices.retain(|it| !it.gone);
        let mut calm = 0;
        for _ in 0..ROUNDS {
            let restless = self.sync_all();
            calm = if restless.is_empty() { calm + 1 } else { 0 };
            if calm == CALM {
                return;
            }
        }
        for who in self.sync_all() {
            let detail = "something is still to be sent or fetched".to_owned();
            self.scene.journal.find(Finding::new(Flaw::Unhealed, who, detail));
        }
    }

    /// Tells who has something left to do.
    fn sync_all(&mut self) -> Vec<String> {
        let scene = &self.scene;
        let mut restless = Vec::new();
        for device in &mut self.devices {
            repair::look_after(scene, device);
            act::sync(scene, device, Harm::None);
            let reply = device.call(scene, "status", &json!({}), Harm::None);
            let status: Status = reply.read().unwrap_or_default();
            let at_rest = device.joined && device.kept.is_none() && status.waiting == 0;
            if !at_rest || !reply.well || status.trouble.is_some() {
                restless.push(device.to_string());
            }
        }
        restless
    }
}
