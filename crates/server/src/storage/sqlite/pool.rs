//! Connections that are used in turn. Waiting for one blocks no thread.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::Result;
use crate::storage::Load;

type Idle = Mutex<Vec<Connection>>;

/// A few connections to one database.
#[derive(Debug)]
pub struct Pool {
    idle: Arc<Idle>,
    turns: Arc<Semaphore>,
    size: usize,
}

impl Pool {
    /// A pool of these.
    pub fn new(connections: Vec<Connection>) -> Self {
        let size = connections.len();
        let turns = Arc::new(Semaphore::new(size));
        Self { idle: Arc::new(Mutex::new(connections)), turns, size }
    }

    /// Runs a job on one of them, on a thread that may block. A job that has begun is finished even
    /// if the caller is gone.
    pub async fn run<T, F>(&self, job: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Connection) -> Result<T> + Send + 'static,
    {
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(io::Error::other)?;
        let idle = Arc::clone(&self.idle);
        let done = spawn_blocking(move || {
            let result = on_one_of(&idle, job);
            drop(turn);
            result
        });
        done.await.map_err(io::Error::from)?
    }

    /// How many there are, and how many have nothing to do.
    pub fn load(&self) -> Load {
        Load { open: self.size, idle: self.turns.available_permits() }
    }

    /// Closes them all, each when its job is done. Later jobs fail.
    pub async fn close(&self) -> Result<()> {
        for _ in 0..self.size {
            self.turns.acquire().await.map_err(io::Error::other)?.forget();
        }
        self.turns.close();
        let connections = std::mem::take(&mut *lock(&self.idle));
        Ok(spawn_blocking(move || drop(connections)).await.map_err(io::Error::from)?)
    }
}

/// A job that panics leaves its connection fit for the next: its transaction was
/// rolled back when it was dropped.
fn on_one_of<T>(idle: &Idle, job: impl FnOnce(&mut Connection) -> Result<T>) -> Result<T> {
    let taken = lock(idle).pop();
    let mut connection = taken.ok_or_else(|| io::Error::other("no idle connection"))?;
    let result = catch_unwind(AssertUnwindSafe(|| job(&mut connection)));
    lock(idle).push(connection);
    result.unwrap_or_else(|_| Err(io::Error::other("a job on the database panicked").into()))
}

fn lock(idle: &Idle) -> MutexGuard<'_, Vec<Connection>> {
    idle.lock().unwrap_or_else(PoisonError::into_inner)
}
