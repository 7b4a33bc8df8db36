//! A member whose program is another one: it speaks the wire's language by itself, so that it
//! can write what this version wouldn't, and read what it writes to the byte.

use app::{Answer, Host, Moved};
use domain::change::Seen;
use domain::{Change, ChangeRef, Clock, Edit, Id, Payload};
use sync::seal::{open, seal, seal_text};
use wire::request::{HEADER, Proof};
use wire::{
    DeviceKey, Endpoint, Head, Page, Pull, Push, Roster, SealedChange, SpaceKey, decode, encode,
};

use crate::Device;

use crate::site::{code, visit};

/// A device with another program.
pub struct Member {
    host: Host,
    server: String,
    space: Id,
    key: SpaceKey,
    device: Id,
    sign: DeviceKey,
    seq: u64,
}

impl Member {
    /// Joins the site of `colleague`.
    pub async fn joins(colleague: &Device, server: &str) -> Self {
        Self::joins_as(colleague, server, None).await
    }

    /// The same with something else in the place of a sealed name.
    pub async fn joins_as(colleague: &Device, server: &str, name: Option<Vec<u8>>) -> Self {
        let (code, host) = (code(colleague).await, Host::with_clock(crate::now));
        let sign = DeviceKey::random(&mut host.rng());
        let (space, server, key) = (code.space, server.to_owned(), SpaceKey(code.key));
        let member = Self { device: host.id(), seq: 0, host, server, space, key, sign };
        let profile = serde_json::json!({ "name": "Dina", "whose": member.device }).to_string();
        let about = "bomiljo device profile";
        let sealed = || seal_text(&profile, about, &member.key, &mut member.host.rng());
        let name = name.unwrap_or_else(sealed);
        let admitted = member.key.admit(space, member.device, member.sign.public(), name);
        let _: Roster = member.ask(&wire::Join { space, member: admitted }).await;
        member
    }

    /// Asks the server.
    pub async fn ask<E: Endpoint>(&self, request: &E) -> E::Reply {
        let (body, nonce) = (encode(request), *self.host.id().as_bytes());
        let proof = Proof::new(&self.sign, self.device, E::PATH, &body, self.host.now(), nonce);
        let url = format!("{}{}", self.server, E::PATH);
        let answer = self.post(&url, &proof, body).await;
        assert_eq!(answer.status, 200, "{:?}", decode::<wire::Refusal>(&answer.body));
        decode(&answer.body).unwrap()
    }

    async fn post(&self, url: &str, proof: &Proof, body: Vec<u8>) -> Answer {
        let header = (HEADER, proof.to_header());
        let posted = self.host.post(url, (header.0, &header.1), body, Moved::default());
        posted.await.unwrap()
    }

    /// The next change of its own.
    pub fn change(&mut self, record: Id, kind: &str, edits: Vec<Edit>) -> Change {
        self.seq += 1;
        Change {
            space: self.space,
            by: ChangeRef { device: self.device, seq: self.seq },
            record,
            group: self.host.id(),
            group_count: 1,
            clock: Clock::at(self.host.now()),
            payload: Payload { kind: kind.to_owned(), edits },
        }
    }

    /// Writes and sends that many conversations, each by itself.
    pub async fn logs_many(&mut self, count: usize) {
        let changes: Vec<_> = (0..count)
            .map(|number| {
                let change = self.change(self.host.id(), "visit", conversation(number));
                self.seals(&change)
            })
            .collect();
        self.sends(&changes).await;
    }

    /// A change as it travels.
    pub fn seals(&self, change: &Change) -> SealedChange {
        seal(change, &self.key, &self.sign, &mut self.host.rng())
    }

    /// The same, sealed with a key that nobody in the site has.
    pub fn seals_for_others(&self, change: &Change) -> SealedChange {
        seal(change, &SpaceKey([9; 32]), &self.sign, &mut self.host.rng())
    }

    /// Sends changes of its own, at most a page at a time.
    pub async fn sends(&self, changes: &[SealedChange]) {
        for page in changes.chunks(wire::PAGE_LIMIT) {
            self.ask(&Push { space: self.space, changes: page.to_vec() }).await;
        }
    }

    /// Writes and sends a change.
    pub async fn writes(&mut self, record: Id, kind: &str, edits: Vec<Edit>) {
        let change = self.change(record, kind, edits);
        self.sends(&[self.seals(&change)]).await;
    }

    /// Where the space stands.
    pub async fn head(&self) -> Head {
        let Page { epoch, head, .. } = self.ask(&self.after(u64::MAX >> 1)).await;
        Head { epoch, head }
    }

    const fn after(&self, after: u64) -> Pull {
        Pull { space: self.space, after, limit: 1_000 }
    }

    /// Everything that the server has, in its order.
    pub async fn reads(&self) -> Vec<Change> {
        let members = self.ask(&wire::Members { space: self.space }).await.members;
        let (mut changes, mut after) = (Vec::new(), 0);
        loop {
            let page = self.ask(&self.after(after)).await;
            for sealed in &page.changes {
                let by = members.iter().find(|it| it.device == sealed.header.device).unwrap();
                changes.push(open(sealed, &self.key, &by.key).unwrap());
            }
            after = page.next;
            if after == page.head {
                return changes;
            }
        }
    }

    /// The changes of one record.
    pub async fn reads_of(&self, record: Id) -> Vec<Change> {
        self.reads().await.into_iter().filter(|it| it.record == record).collect()
    }
}

fn conversation(number: usize) -> Vec<Edit> {
    let fields = visit(&format!("samtale {number}"));
    let fields = fields.as_object().into_iter().flatten();
    fields.map(|(field, value)| Edit::new(field, value, vec![])).collect()
}

/// What somebody has seen of a field.
pub fn seen(seen: &Seen, field: &str) -> Vec<ChangeRef> {
    seen.get(field).cloned().unwrap_or_default()
}
