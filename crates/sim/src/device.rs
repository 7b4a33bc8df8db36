//! A device: the real app over its real database, driven by hand.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use app::{App, Host};
use domain::fault::Result;
use domain::views::Status;
use domain::{Call, Entry, Fault};
use store::{Key, Store};

use crate::files::{DATABASE, LOG, copy};
use crate::fresh::{FRESH, KEY};
use crate::network::Network;
use crate::phone::{Phone, Wall};

/// What runs beside the user.
type Task<T> = Pin<Box<dyn Future<Output = T>>>;

/// A device, switched on.
pub struct Device {
    /// Its number in the world.
    pub index: usize,
    /// The site its owner works at.
    pub site: usize,
    /// Where it keeps everything.
    pub home: PathBuf,
    /// Its clock.
    pub wall: Arc<Wall>,
    /// Forms that stand open.
    pub forms: Vec<Entry>,
    /// Whether it is in its site.
    pub joined: bool,
    /// Whether another device was made from its home.
    pub copied: bool,
    /// Whether its disk may be full.
    pub limited: bool,
    /// Until when it has no contact, in true milliseconds.
    pub away: u64,
    network: Network,
    seed: u64,
    lives: usize,
    app: App,
    sync: Task<()>,
    entering: Option<Task<Result<Status>>>,
}

impl Device {
    /// A device that has just been installed, or that has just been copied.
    pub fn new(index: usize, site: usize, home: PathBuf, network: &Network, seed: u64) -> Self {
        fs::create_dir_all(&home).unwrap();
        if !home.join(DATABASE).exists() {
            fs::write(home.join(DATABASE), &*FRESH).unwrap();
        }
        let wall = Arc::new(Wall::default());
        let app =
            open(&home, Phone::new(index, network, &wall, &format!("{seed} {index} 0")), None);
        let app = app.unwrap();
        let sync = drive(&app);
        let network = network.clone();
        Self {
            index,
            site,
            home,
            wall,
            forms: Vec::new(),
            joined: false,
            copied: false,
            limited: false,
            away: 0,
            network,
            seed,
            lives: 0,
            app,
            sync,
            entering: None,
        }
    }

    /// Makes a call that needs no network.
    pub fn call<C: Call>(&self, call: C) -> Result<C::Reply> {
        match poll(pin!(self.app.run(call))) {
            Poll::Ready(answer) => answer,
            Poll::Pending => panic!("{} waits for something", C::NAME),
        }
    }

    /// Begins to found or join a site.
    pub fn enter<C: Call<Reply = Status> + Send + 'static>(&mut self, call: C) {
        let app = self.app.clone();
        self.entering = Some(Box::pin(async move { app.run(call).await }));
        self.go_on();
    }

    /// Goes on with whatever has become possible. Answers with what came of entering a site.
    pub fn go_on(&mut self) -> Option<Result<Status>> {
        let Poll::Pending = poll(self.sync.as_mut()) else { panic!("sync never ends") };
        let Poll::Ready(entered) = poll(self.entering.as_mut()?.as_mut()) else { return None };
        self.entering = None;
        self.joined |= entered.is_ok();
        let Poll::Pending = poll(self.sync.as_mut()) else { panic!("sync never ends") };
        Some(entered)
    }

    /// What its clock shows.
    pub fn now(&self) -> u64 {
        self.wall.show(self.network.lock().now)
    }

    /// Where it stands.
    pub fn status(&self) -> Status {
        self.call(domain::calls::GetStatus {}).unwrap()
    }

    /// Whether it is on its way into a site.
    pub fn is_entering(&self) -> bool {
        self.entering.is_some()
    }

    /// Its home as a sudden end would leave it.
    pub fn remains(&mut self) -> PathBuf {
        self.lives += 1;
        let home = self.home.with_extension(format!("life-{}", self.lives));
        copy(&self.home, &home);
        home
    }

    /// Ends it, and starts it again in that home; with so many pages of room on the disk, if
    /// that is limited.
    pub fn start_again(&mut self, home: PathBuf, room: Option<u32>) -> Result<()> {
        let seed = format!("{} {} {}", self.seed, self.index, self.lives);
        let app = open(&home, Phone::new(self.index, &self.network, &self.wall, &seed), room)?;
        self.limited = room.is_some();
        // Or the old life would take its log into its file, for nothing.
        drop(File::create(self.home.join(LOG)).unwrap());
        (self.sync, self.entering) = (drive(&app), None);
        self.app = app;
        self.forms.clear();
        fs::remove_dir_all(&self.home).unwrap();
        self.home = home;
        Ok(())
    }
}

fn open(home: &Path, phone: Phone, room: Option<u32>) -> Result<App> {
    let store = Store::open(&home.join(DATABASE), &Key(KEY))?;
    if let Some(pages) = room {
        store.limit_growth(pages).map_err(Fault::from)?;
    }
    App::new(store, Host::within(phone), true)
}

fn drive(app: &App) -> Task<()> {
    let app = app.clone();
    Box::pin(async move { app.drive().await })
}

fn poll<T>(task: Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Poll<T> {
    task.poll(&mut Context::from_waker(Waker::noop()))
}
