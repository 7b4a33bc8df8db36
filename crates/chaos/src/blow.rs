//! Carrying out what befalls the server.

use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;

use crate::deed::Blow;
use crate::finding::{Finding, Flaw};
use crate::scene::Scene;
use crate::server::Server;

impl Server {
    /// Lets that befall it. It is up again afterwards.
    pub fn suffers(&mut self, scene: &Scene, blow: Blow) {
        scene.journal.note(&format!("  server: {blow:?}"));
        let mut up = self.bear(scene, blow).and_then(|()| self.starts(false));
        if up.is_err() && self.room.take().is_some() {
            // Not even what a database keeps in memory fits on its disk: somebody makes room.
            up = self.starts(false);
        }
        if let Err(error) = up {
            scene.journal.find(Finding::new(Flaw::Broken, "server", format!("{error:#}")));
        }
        self.moved(scene);
    }

    fn bear(&mut self, scene: &Scene, blow: Blow) -> Result<()> {
        let count = |what: &str| scene.journal.count(what);
        match blow {
            Blow::Kill(pause) => {
                count("kills of servers");
                self.kill();
                sleep(Duration::from_millis(pause));
            }
            Blow::Pause(time) => {
                count("stops of servers");
                self.pause(Duration::from_millis(time));
                return Ok(());
            }
            Blow::Restart => self.stop(scene),
            Blow::FillDisk(kibibytes) => {
                self.stop(scene);
                count("full disks of servers");
                self.room = Some(kibibytes);
                return Ok(());
            }
            Blow::BackUp => {
                self.kill();
                self.database.back_up()?;
                self.backed_up = true;
            }
            Blow::PutBack if self.backed_up => {
                count("servers put back");
                self.kill();
                self.database.put_back()?;
                self.room = None;
                return self.starts(true);
            }
            Blow::PutBack => {}
            Blow::Lose => {
                count("servers lost");
                self.kill();
                self.database.make()?;
            }
        }
        self.room = None;
        Ok(())
    }

    fn stop(&mut self, scene: &Scene) {
        scene.journal.count("restarts of servers");
        if !self.terminate() {
            let hang = Finding::new(Flaw::Hang, "server", "it doesn't stop when it is asked to");
            scene.journal.find(hang);
        }
    }

    /// Looks whether it did what no server may, and starts it again if it has ended.
    pub fn is_looked_after(&mut self, scene: &Scene) {
        if self.has_ended() {
            if self.room.is_none() {
                scene.journal.find(Finding::new(Flaw::Panic, "server", "it ended by itself"));
            }
            self.room = None;
            self.kill();
            self.suffers(scene, Blow::Restart);
        }
        if self.said().contains("panicked") {
            scene.journal.find(Finding::new(Flaw::Panic, "server", "see server.log"));
        }
    }

    /// Tells everybody's way where it is now.
    pub fn moved(&self, scene: &Scene) {
        *scene.server.lock().unwrap() = self.address().to_string();
    }
}
