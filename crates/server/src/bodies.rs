//! Requests' bodies on their way in. A signature can't be checked before the last byte, so a body
//! is charged to its likely sender: to the space of a device that has recently proven itself from
//! the same address, otherwise to the address. A body takes room as its bytes arrive, and a small
//! one takes none.

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

/// Bodies up to this size take no room, so every pull and wait gets in.
const SMALL: usize = 16 << 10;
/// Most bodies of one sender on their way. If there are more, the one that has taken longest is
/// refused.
const AT_ONCE: usize = 128;
/// Most devices whose proof is remembered.
const PROVEN: usize = 100_000;
/// The fraction of the room that senders without a proof share.
const STRANGERS: usize = 4;

/// The sender that a body is charged to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Sender {
    /// An address.
    Stranger(IpAddr),
    /// A member's device.
    Member { device: Uuid, space: Uuid },
}

/// Room for bodies, and the known senders.
#[derive(Debug)]
pub struct Bodies {
    members: Room<Uuid>,
    strangers: Room<IpAddr>,
    /// The space and address of each device that has proven itself.
    proven: Mutex<Recent<(IpAddr, Uuid), Uuid>>,
    on_their_way: Queue<Sender>,
}

/// A body that has arrived, and its room. The room is given back when the request is done.
#[derive(Debug)]
pub struct Arrived {
    /// All its bytes.
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

    /// Notes that a device at an address proved to be a member.
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
            // `TooLarge` makes a slow sender send smaller pages.
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

    /// Charges a body to a space, once its sender has proven to be a member.
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
