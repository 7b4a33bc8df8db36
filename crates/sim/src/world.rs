//! Devices, a server and a network between them, and how a plan is carried out on them.

use std::collections::BTreeMap;

use app::Answer;
use domain::calls;
use domain::fault::Result;
use domain::views::Status;
use tempfile::TempDir;

use crate::central::Central;
use crate::device::Device;
use crate::dice::Dice;
use crate::files::nowhere;
use crate::handing_over::Handing;
use crate::inspect::Insides;
use crate::network::Network;
use crate::oracle::Oracle;
use crate::plan::{Action, Deed, Plan};
use crate::trace::Trace;

/// When every world begins, in milliseconds since 1970.
const BEGINNING: u64 = 1_773_480_000_000;

/// What must hold and doesn't, in words.
pub type Broken = String;

/// A world.
pub struct World {
    /// Where everything lies; gone with it.
    pub folder: TempDir,
    /// What it was made from.
    pub seed: u64,
    /// What is on its way.
    pub network: Network,
    /// The server.
    pub central: Central,
    /// The devices; copies come at the end.
    pub devices: Vec<Device>,
    /// What must be true.
    pub oracle: Oracle,
    /// What happened.
    pub trace: Trace,
    /// The code that lets one join each site, once it was started.
    pub codes: BTreeMap<usize, String>,
    /// Until when the server is busy, in true milliseconds.
    pub busy: u64,
    /// The pages that the server has given to anybody.
    pub pages: Vec<Answer>,
    /// The most bytes that a request may have.
    pub proxy: usize,
    /// The handover of each site, once one was begun.
    pub handing: BTreeMap<usize, Handing>,
}

impl World {
    /// The world of a plan, before anything happens: each site is started, nobody has joined.
    pub fn new(plan: &Plan) -> Self {
        let folder = TempDir::with_prefix_in("bomiljo-sim-", nowhere()).unwrap();
        let (network, seed) = (Network::default(), plan.seed);
        network.lock().now = BEGINNING;
        let home = |index: usize| folder.path().join(format!("device-{index}"));
        let device = |(index, site)| Device::new(index, site, home(index), &network, seed);
        let devices = plan.sites.iter().copied().enumerate().map(device).collect();
        let central = Central::new(&plan.database, folder.path(), plan.nodes, &network, seed);
        let mut world = Self {
            folder,
            seed,
            central,
            devices,
            network,
            oracle: Oracle::default(),
            trace: Trace::default(),
            codes: BTreeMap::new(),
            busy: 0,
            pages: Vec::new(),
            proxy: plan.proxy,
            handing: BTreeMap::new(),
        };
        world.found_sites();
        world
    }

    fn found_sites(&mut self) {
        for device in 0..self.devices.len() {
            let site = self.devices[device].site;
            if self.codes.contains_key(&site) {
                continue;
            }
            let (server, name) = ("https://bomiljo".into(), format!("Owner {device}"));
            self.devices[device].enter(calls::Found { server, site: format!("Site {site}"), name });
            while self.devices[device].is_entering() {
                self.deliver(0, 0);
            }
            let invitation = self.devices[device].call(calls::Invite { member: None }).unwrap();
            self.codes.insert(site, invitation.code);
        }
    }

    /// Carries out the next action.
    pub fn act(&mut self, action: Action) -> std::result::Result<(), Broken> {
        let mut dice = Dice::new(action.dice);
        let device = action.device % self.devices.len();
        self.trace.count(&format!("{:?}", action.deed));
        match action.deed {
            Deed::Step => self.steps(&mut dice),
            Deed::Make => self.make(device, 1, &mut dice)?,
            Deed::MakeSeveral => self.make(device, dice.between(2, 5), &mut dice)?,
            Deed::Open => self.open(device, &mut dice)?,
            Deed::Edit => self.edit(device, &mut dice)?,
            Deed::Delete => self.delete(device, &mut dice)?,
            Deed::Restore => self.restore(device, &mut dice)?,
            Deed::HandOver => self.hand_over(device, &mut dice)?,
            Deed::Ask => drop(self.devices[device].call(calls::Sync {})),
            Deed::Join => self.join(device),
            Deed::Inspect => self.inspect(device, &Insides::beside(&self.devices[device]))?,
            Deed::Lose => self.lose(&mut dice),
            Deed::Duplicate => self.duplicate(&mut dice),
            Deed::Reorder => self.reorder(&mut dice),
            Deed::Truncate => self.truncate(&mut dice),
            Deed::Cross => self.cross(&mut dice),
            Deed::Away => self.go_away(device, &mut dice),
            Deed::Busy => self.be_busy(&mut dice),
            // A freed disk is noticed by opening anew.
            Deed::Kill | Deed::FreeDisk => self.kill(device)?,
            Deed::PowerCut => self.cut_power(device, &mut dice)?,
            Deed::Newer => self.run_newer(device, &mut dice)?,
            Deed::Twin => self.copy(device),
            Deed::SetClock => self.set_clock(device, &mut dice),
            Deed::FillDisk => self.fill_disk(device, &mut dice)?,
            Deed::BackUp => self.back_up(),
            Deed::PutBack => self.put_back(&mut dice),
            Deed::FailOver => self.fail_over(&mut dice),
        }
        self.go_on();
        Ok(())
    }

    /// Begins to join a device's site, unless it has or is about to.
    pub fn join(&mut self, device: usize) {
        let it = &mut self.devices[device];
        if it.is_entering() || it.joined {
            return;
        }
        let (code, name) = (self.codes[&it.site].clone(), format!("Owner {device}"));
        it.enter(calls::Join { code, name });
        self.note(&format!("{device} joins"));
    }

    /// Has every device do what has become possible.
    pub fn go_on(&mut self) {
        for device in 0..self.devices.len() {
            if let Some(entered) = self.devices[device].go_on() {
                self.note(&format!("{device} entered: {}", outcome(&entered)));
            }
        }
    }

    /// Writes down what happened.
    pub fn note(&mut self, what: &str) {
        let now = self.network.lock().now;
        self.trace.note(now, what);
    }
}

fn outcome(entered: &Result<Status>) -> String {
    entered.as_ref().map_or_else(ToString::to_string, |_| "well".into())
}
