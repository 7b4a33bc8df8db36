//! Requests' bodies on their way in. Nobody's signature is known before the last byte, so what is held is
//! counted by whom it can be laid to: a device that has proven itself from the same address lately, by its
//! space; anybody else, by the address. A body takes room as its bytes arrive, and a small one takes none.

use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use axum::body::Body;
use futures_util::StreamExt;
use tokio::time::timeout_at;
use uuid::Uuid;
use wire::{BODY_LIMIT, Refusal};

use crate::hub::Hub;
use crate::pace::Pace;
use crate::queue::Queue;
use crate::recent::Recent;
use crate::room::{Held, Room};

/// Bodies of at most so many bytes take no room, so that everybody's pull and wait get in.
const SMALL: usize = 16 << 10;
/// Bodies of one sender on their way at a time; of more, the one that has taken longest is refused.
const AT_ONCE: usize = 128;
/// Devices that are remembered to have proven themselves.
const PROVEN: usize = 100_000;
/// Which part of all the room those get together who have proven nothing.
const STRANGERS: usize = 4;

/// Who answers for a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Sender {
    /// Somebody at an address.
    Stranger(IpAddr),
    /// A member's device.
    Member { device: Uuid, space: Uuid },
}

/// Room for bodies, and what is known of senders.
#[derive(Debug)]
pub struct Bodies {
    members: Room<Uuid>,
    strangers: Room<IpAddr>,
    /// The space of each device that has proven itself, and where it did.
    proven: Mutex<Recent<(IpAddr, Uuid), Uuid>>,
    on_their_way: Queue<Sender>,
}

/// A body that has arrived, and its room, given back when the request has been dealt with.
#[derive(Debug)]
pub struct Arrived {
    /// All of it.
    pub bytes: Vec<u8>,
    room: Taken,
}

#[derive(Debug)]
enum Taken {
    Nothing,
    Strangers(Held<IpAddr>),
    Members(Held<Uuid>),
}

impl Bodies {
    /// Room for so many bytes.
    pub fn new(bytes: usize) -> Self {
        Self {
            members: Room::new(bytes, usize::MAX),
            strangers: Room::new(bytes / STRANGERS, usize::MAX),
            proven: Mutex::new(Recent::new(PROVEN)),
            on_their_way: Queue::new(AT_ONCE),
        }
    }

    /// Notes that a device at an address was found to be a member.
    pub fn prove(&self, address: IpAddr, device: Uuid, space: Uuid) {
        let mut proven = self.proven.lock().unwrap_or_else(PoisonError::into_inner);
        *proven.entry((address, device)) = space;
    }

    /// Reads a body that claims to come from a device at an address.
    pub async fn read(
        &self,
        hub: &Hub,
        (address, device): (IpAddr, Uuid),
        body: Body,
    ) -> Result<Arrived, Refusal> {
        let sender = self.sender(address, device);
        let mut turn = self.on_their_way.enter(sender);
        let mut arrived = Arrived { bytes: Vec::new(), room: Taken::Nothing };
        let (mut parts, mut pace) = (body.into_data_stream(), Pace::new(hub.patience));
        loop {
            let part = tokio::select! {
                part = timeout_at(pace.due(), parts.next()) => part,
                () = turn.lost() => return Err(hub.busy()),
            };
            // Whoever is slower than that sends less at a time.
            let Some(part) = part.map_err(|_| Refusal::TooLarge)? else { return Ok(arrived) };
            let part = part.map_err(|_| Refusal::Malformed)?;
            pace.came(part.len());
            if arrived.bytes.len() + part.len() > BODY_LIMIT {
                return Err(Refusal::TooLarge);
            }
            arrived.bytes.extend_from_slice(&part);
            if !self.has_room(sender, &mut arrived) {
                return Err(hub.busy());
            }
        }
    }

    /// A body whose sender has proven to be a member of a space is that space's to answer for.
    pub fn answers_for(&self, space: Uuid, body: &mut Arrived) {
        if let Taken::Strangers(_) = body.room
            && let Some(room) = self.members.take(space, body.bytes.len())
        {
            body.room = Taken::Members(room);
        }
    }

    /// How many bytes have taken room.
    pub fn taken(&self) -> usize {
        self.members.taken() + self.strangers.taken()
    }

    /// Takes the room that a body needs beyond what it has.
    fn has_room(&self, sender: Sender, body: &mut Arrived) -> bool {
        let size = body.bytes.len();
        if size <= SMALL {
            return true;
        }
        let first = match (&mut body.room, sender) {
            (Taken::Strangers(held), _) => return self.strangers.grow(held, size - held.amount()),
            (Taken::Members(held), _) => return self.members.grow(held, size - held.amount()),
            (Taken::Nothing, Sender::Stranger(address)) => {
                self.strangers.take(address, size).map(Taken::Strangers)
            }
            (Taken::Nothing, Sender::Member { space, .. }) => {
                self.members.take(space, size).map(Taken::Members)
            }
        };
        first.map(|room| body.room = room).is_some()
    }

    fn sender(&self, address: IpAddr, device: Uuid) -> Sender {
        let proven = self.proven.lock().unwrap_or_else(PoisonError::into_inner);
        match proven.get(&(address, device)) {
            Some(space) => Sender::Member { device, space: *space },
            None => Sender::Stranger(address),
        }
    }
}
