//! A story from beginning to end: a site is started, a plan is carried out, everything is mended,
//! and what must be true is asked of every device.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use sync::JoinCode;
use tokio::runtime::Handle;

use crate::act::{self, perform};
use crate::database::Database;
use crate::deed::Deed;
use crate::device::{Device, copy_folder};
use crate::finding::{Finding, Flaw};
use crate::journal::{Counts, Journal};
use crate::oracle::Oracle;
use crate::plan::{Plan, Step};
use crate::process::Harm;
use crate::programs::Programs;
use crate::reaper::Reaper;
use crate::scene::Scene;
use crate::server::Server;
use crate::traffic::Traffic;
use crate::way::Way;
use crate::weather::Weather;

/// Who the devices belong to.
const NAMES: [&str; 9] =
    ["Aisha", "Bjørn", "Chen", "Dagny", "Eskil", "Fatima", "Guri", "Håkon", "Ingvild"];

/// Where stories take place.
#[derive(Clone)]
pub struct Stage {
    /// What runs.
    pub programs: Programs,
    /// Where each story has a folder.
    pub folder: PathBuf,
    /// A PostgreSQL, where every second story keeps what its server has.
    pub cluster: Option<String>,
    /// Where the proxies run.
    pub runtime: Handle,
    /// Ends servers that would outlive the harness.
    pub reaper: Arc<Reaper>,
}

/// What came of a story.
pub struct Outcome {
    /// Which one.
    pub seed: u64,
    /// Where it lies, as long as it is kept.
    pub folder: PathBuf,
    /// How often what happened.
    pub counts: Counts,
    /// What must not be.
    pub findings: Vec<Finding>,
}

/// A story that happens.
pub(crate) struct Story<'a> {
    pub plan: &'a Plan,
    pub scene: Scene,
    pub server: Server,
    pub devices: Vec<Device>,
}

/// Lives through a plan. The folder stays if something must not be.
pub fn tell(plan: &Plan, stage: &Stage) -> Result<Outcome> {
    let folder = stage.folder.join(format!("seed-{}", plan.seed));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let journal = Arc::new(Journal::begin(&folder.join("story.log"))?);
    let lived = live(plan, stage, &folder, &journal);
    if let Err(error) = lived {
        journal.find(Finding::new(Flaw::Broken, "the harness", format!("{error:#}")));
    }
    let (counts, findings) = journal.outcome();
    if findings.is_empty() {
        fs::remove_dir_all(&folder)?;
    }
    Ok(Outcome { seed: plan.seed, folder, counts, findings })
}

fn live(plan: &Plan, stage: &Stage, folder: &Path, journal: &Arc<Journal>) -> Result<()> {
    let mut story = Story::begin(plan, stage, folder, journal)?;
    for (number, step) in (1..).zip(&plan.steps) {
        story.lives(number, step);
    }
    story.heals();
    story.is_judged();
    story.server.kill();
    story.server.database.is_over()
}

impl<'a> Story<'a> {
    /// The site is started, and all but the last have joined it; then the weather changes.
    fn begin(plan: &'a Plan, stage: &Stage, folder: &Path, journal: &Arc<Journal>) -> Result<Self> {
        let database = match &stage.cluster {
            Some(cluster) if plan.seed % 2 == 1 => {
                let name = format!("chaos_{}_{}", std::process::id(), plan.seed);
                Database::Postgres { cluster: cluster.clone(), name }
            }
            _ => Database::Folder(folder.join("server")),
        };
        let server = Server::start(stage, folder, database, plan.snapshot_after)?;
        let address = Arc::new(Mutex::new(server.address().to_string()));
        let traffic = Traffic::default();
        let device = |index: usize| {
            let way = Way::to(address.clone(), traffic.clone(), journal.clone());
            let way = Arc::new(stage.runtime.block_on(way));
            let home = folder.join(format!("device-{index}"));
            // A home can be copied before a program has ever run over it.
            fs::create_dir_all(&home)?;
            Ok(Device::new(index, NAMES[index], home, way))
        };
        let devices = (0..plan.devices).map(device).collect::<Result<_>>()?;
        let scene = Scene {
            programs: stage.programs.clone(),
            journal: journal.clone(),
            oracle: Mutex::new(Oracle::default()),
            server: address,
            code: None,
        };
        let mut story = Self { plan, scene, server, devices };
        story.gathers()?;
        Ok(story)
    }

    fn gathers(&mut self) -> Result<()> {
        let scene = &mut self.scene;
        scene.journal.note(&format!("{} devices, {:?}", self.devices.len(), self.server.database));
        let [founder, others @ .., _] = self.devices.as_mut_slice() else {
            anyhow::bail!("too few devices");
        };
        let (url, name) = (founder.way.url(), founder.name.clone());
        let init = ["init", "--server", &url, "--site", "Bredtvetveien 2", "--name", &name];
        let started = founder.run(scene, &init, "", Harm::None);
        anyhow::ensure!(started.well, "no site: {}", started.words);
        founder.joined = true;
        let invited = founder.run(scene, &["invite"], "", Harm::None);
        scene.code = Some(JoinCode::from_text(&invited.out).context("no join code")?);
        for device in others {
            act::sync(scene, device, Harm::None);
        }
        for device in &self.devices {
            let seed = self.plan.seed.wrapping_mul(101).wrapping_add(device.index as u64);
            device.way.weather(Weather::new(seed, self.plan.one_in, &self.plan.faults));
        }
        Ok(())
    }

    /// What one step says happens, all at once.
    fn lives(&mut self, number: usize, step: &Step) {
        let Self { scene, server, devices, .. } = self;
        let scene = &*scene;
        scene.journal.note(&format!("step {number}: {step:?}"));
        if let Some(act) = step.acts.iter().find(|it| it.deed == Deed::Copy) {
            devices.push(copy(scene, &devices[act.device], devices.len()));
            return;
        }
        thread::scope(|scope| {
            for device in devices.iter_mut() {
                if let Some(act) = step.acts.iter().find(|it| it.device == device.index) {
                    scope.spawn(move || perform(scene, number, device, act));
                }
            }
            if let Some((blow, after)) = step.blow {
                thread::sleep(Duration::from_millis(after));
                server.suffers(scene, blow);
            }
        });
        server.is_looked_after(scene);
    }
}

/// The home is copied to another machine, where everything goes by the same name.
fn copy(scene: &Scene, original: &Device, index: usize) -> Device {
    let home = original.home.with_file_name(format!("device-{index}"));
    let mut copy = Device::new(index, &original.name, home, original.way.clone());
    act::copied(scene, copy_folder(&original.home, &copy.home));
    (copy.joined, copy.damaged, copy.gone) = (original.joined, original.damaged, original.gone);
    scene.journal.count("copies");
    copy
}
