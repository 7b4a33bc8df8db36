//! A line to the server: as long as one likes, and it counts what goes over it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use app::{Answer, Environment, Moved, NoResponse, Soon, System};

/// A device's surroundings with such a line. Cheap to clone.
#[derive(Clone)]
pub struct Line(Arc<Inner>);

struct Inner {
    machine: System,
    millis: u64,
    up: AtomicUsize,
    down: AtomicUsize,
}

impl Line {
    /// A line on which there and back takes so many milliseconds.
    pub fn of(millis: u64) -> Self {
        let (machine, up, down) = (System::default(), AtomicUsize::new(0), AtomicUsize::new(0));
        Self(Arc::new(Inner { machine, millis, up, down }))
    }

    /// Prints the bytes that went over it since last time, for each of so many records.
    pub fn report(&self, records: usize, what: &str) {
        let [up, down] =
            [&self.0.up, &self.0.down].map(|it| it.swap(0, Ordering::Relaxed) / records);
        println!("{records} records {what}: {up} bytes a record up, {down} down");
    }
}

impl Environment for Line {
    fn now(&self) -> u64 {
        self.0.machine.now()
    }

    fn fill(&self, bytes: &mut [u8]) {
        self.0.machine.fill(bytes);
    }

    fn sleep(&self, millis: u64) -> Soon<'_, ()> {
        self.0.machine.sleep(millis)
    }

    fn post(
        &self,
        url: &str,
        header: (&str, &str),
        body: Vec<u8>,
        moved: Moved,
    ) -> Soon<'_, Result<Answer, NoResponse>> {
        self.0.up.fetch_add(body.len(), Ordering::Relaxed);
        let (url, name, value) = (url.to_owned(), header.0.to_owned(), header.1.to_owned());
        Box::pin(async move {
            if self.0.millis > 0 {
                self.0.machine.sleep(self.0.millis).await;
            }
            let answer = self.0.machine.post(&url, (&name, &value), body, moved).await?;
            self.0.down.fetch_add(answer.body.len(), Ordering::Relaxed);
            Ok(answer)
        })
    }
}
