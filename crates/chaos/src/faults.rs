//! What can be wrong with a network: every fault that a device must survive, by name.

use std::time::Duration;

use dice::Dice;

use crate::fate::Fate;
use crate::proxy::Request;
use crate::traffic::Traffic;

#[cfg(test)]
mod tests;

/// A fault of the network, or of a program on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// The line breaks before anything of a request has arrived.
    LostRequest,
    /// The line breaks within a request.
    HalfRequest,
    /// A request arrives and its answer doesn't.
    LostAnswer,
    /// The line breaks within an answer.
    CutAnswer,
    /// An answer is shortened, and its head says that this is all.
    ShortAnswer,
    /// An answer comes late.
    Late,
    /// A request arrives twice.
    Twice,
    /// The request before arrives once more.
    Reordered,
    /// Any earlier request arrives once more.
    Replayed,
    /// Both ways go in small pieces.
    Drip,
    /// The line is reset.
    Reset,
    /// Nothing comes back.
    BlackHole,
    /// A proxy says that something broke.
    Status500,
    /// A proxy has no contact with the server.
    Status502,
    /// A proxy says that the server is not available.
    Status503,
    /// A proxy says that there were too many requests.
    Status429,
    /// A proxy says that a request is too large.
    Status413,
    /// A firewall's page.
    Status403,
    /// A guest network's page.
    Captive,
    /// An answer without a body.
    Empty,
    /// A guest network sends the device to its page.
    Redirect,
    /// A bit of a request flips. Its signature covers it.
    FlippedRequest,
    /// A bit of an answer flips.
    FlippedAnswer,
    /// The answer to somebody else's request comes back.
    MixedUp,
    /// An old answer to a request to the same path comes back.
    Stale,
}

/// The faults that leave answers true, or tell of something that isn't an answer at all.
pub const HONEST: [Fault; 22] = [
    Fault::LostRequest,
    Fault::HalfRequest,
    Fault::LostAnswer,
    Fault::CutAnswer,
    Fault::ShortAnswer,
    Fault::Late,
    Fault::Twice,
    Fault::Reordered,
    Fault::Replayed,
    Fault::Drip,
    Fault::Reset,
    Fault::BlackHole,
    Fault::Status500,
    Fault::Status502,
    Fault::Status503,
    Fault::Status429,
    Fault::Status413,
    Fault::Status403,
    Fault::Captive,
    Fault::Empty,
    Fault::Redirect,
    Fault::FlippedRequest,
];

/// The faults by which a device is given an answer that nobody gave to it. Nothing in an answer
/// says yet which request it belongs to, so a device may believe them.
pub const LIARS: [Fault; 3] = [Fault::FlippedAnswer, Fault::MixedUp, Fault::Stale];

/// How long a black hole lasts, unless the device hangs up: shorter than a device's patience.
const BLACK: Duration = Duration::from_secs(2);
/// Where nobody listens.
const NOWHERE: &str = "http://127.0.0.1:9/login";
const PAGE: &str = "<html><body><h1>Velkommen til gjestenettet</h1></body></html>";

impl Fault {
    /// What becomes of a request by it; none when there is nothing yet to replay or mix up.
    pub fn fate(self, dice: &mut Dice, request: &Request, traffic: &Traffic) -> Option<Fate> {
        let within = request.bytes.len();
        Some(match self {
            Self::LostRequest => Fate::CutThere(0),
            Self::HalfRequest => Fate::CutThere(dice.below(within)),
            Self::LostAnswer => Fate::CutThere(usize::MAX),
            Self::CutAnswer => Fate::CutWithin(dice.below(1 << 20)),
            Self::ShortAnswer => Fate::Shortened(dice.below(1 << 20)),
            Self::Late => Fate::Late(Duration::from_millis(dice.below(1_000) as u64)),
            Self::Twice => Fate::Twice,
            Self::Reordered => Fate::Behind(traffic.latest()?),
            Self::Replayed => Fate::Behind(traffic.request(dice)?),
            Self::Drip => Fate::Slow(1 + within / 10, Duration::from_millis(20)),
            Self::Reset => Fate::Reset,
            Self::BlackHole => Fate::Swallowed(BLACK),
            Self::Status500 => Fate::Told(500, PAGE),
            Self::Status502 => Fate::Told(502, PAGE),
            Self::Status503 => Fate::Told(503, ""),
            Self::Status429 => Fate::Told(429, "slow down"),
            Self::Status413 => Fate::Told(413, "too large"),
            Self::Status403 => Fate::Told(403, PAGE),
            Self::Captive => Fate::Told(200, PAGE),
            Self::Empty => Fate::Told(200, ""),
            Self::Redirect => Fate::SentTo(NOWHERE.to_owned()),
            Self::FlippedRequest => Fate::FlippedThere(dice.below(8 * within)),
            Self::FlippedAnswer => Fate::FlippedBack(dice.below(1 << 20)),
            Self::MixedUp => Fate::Instead(traffic.answer(None, dice)?),
            Self::Stale => Fate::Instead(traffic.answer(Some(&request.path), dice)?),
        })
    }
}
