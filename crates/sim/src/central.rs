//! The real server, without sockets: several processes' worth of it over one database.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

use app::Answer;
use domain::Id;
use server::storage::Storage;
use server::{Host, InProcess};

use crate::dice::Dice;
use crate::keep::{Database, Keep};
use crate::network::Network;

/// Changes after which the server would like a snapshot: few, so that most worlds have some.
const SNAPSHOT_AFTER: u64 = 15;

/// The server's machines.
pub struct Central {
    host: Host,
    nodes: Vec<Node>,
    keep: Box<dyn Keep>,
    backups: usize,
    /// What was read of it since it was last asked anything.
    heads: RefCell<BTreeMap<Id, Option<u64>>>,
}

struct Node {
    server: InProcess,
    storage: Arc<dyn Storage>,
}

impl Central {
    /// A server that nobody uses yet.
    pub fn new(
        database: &Database,
        folder: &Path,
        nodes: usize,
        network: &Network,
        seed: u64,
    ) -> Self {
        let (clock, dice) = (network.clone(), Mutex::new(Dice::new(!seed)));
        let host = Host::new(move || clock.lock().now, move || dice.lock().unwrap().bytes());
        let keep = database.make(folder, &host);
        let nodes = (0..nodes).map(|_| Node::open(&*keep, &host)).collect();
        Self { host, nodes, keep, backups: 0, heads: RefCell::default() }
    }

    /// Has one of the processes answer.
    pub fn post(&self, node: usize, path: &str, proof: &str, body: &[u8]) -> Answer {
        self.heads.borrow_mut().clear();
        let node = &self.nodes[node % self.nodes.len()];
        let answered = self.keep.runtime().block_on(node.server.post(path, proof, body.to_vec()));
        Answer { status: answered.0, body: answered.1 }
    }

    /// A space's last position, if there is such a space.
    pub fn head(&self, space: Id) -> Option<u64> {
        *self.heads.borrow_mut().entry(space).or_insert_with(|| self.keep.head(space))
    }

    /// The life it is in.
    pub fn epoch(&self) -> Id {
        self.keep.epoch()
    }

    /// Whose changes it has in a space, in its order.
    pub fn changes(&self, space: Id) -> Vec<(Id, u64)> {
        self.keep.changes(space)
    }

    /// Copies the database.
    pub fn back_up(&mut self) {
        self.keep.back_up(self.backups);
        self.backups += 1;
    }

    /// Puts one of the copies back, as the handbook says: everything is stopped, and a new life
    /// begins. Whether there was any.
    pub fn put_back(&mut self, which: usize) -> bool {
        let Some(which) = which.checked_rem(self.backups) else { return false };
        let nodes = self.nodes.len();
        self.nodes.clear();
        self.heads.borrow_mut().clear();
        self.keep.put_back(which);
        self.nodes = (0..nodes).map(|_| Node::open(&*self.keep, &self.host)).collect();
        let renewed = self.nodes[0].storage.renew(self.host.id().unwrap());
        self.keep.runtime().block_on(renewed).unwrap();
        true
    }

    /// One process dies; another takes its place, and has seen nothing.
    pub fn fail_over(&mut self, node: usize) {
        let node = node % self.nodes.len();
        self.nodes[node] = Node::open(&*self.keep, &self.host);
    }
}

impl Node {
    fn open(keep: &dyn Keep, host: &Host) -> Self {
        let storage = keep.open(host);
        let server = InProcess::with_snapshots(storage.clone(), host.clone(), SNAPSHOT_AFTER);
        Self { server, storage }
    }
}
