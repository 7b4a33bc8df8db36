//! SQLite's write-ahead log: which of its frames are valid, and whether it has damage that SQLite
//! ignores silently. See <https://sqlite.org/fileformat2.html#the_write_ahead_log>.

use crate::salvage::cipher::{Cipher, PAGE};

const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;
const FRAME: usize = FRAME_HEADER + PAGE;

/// A page as a transaction wrote it.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// The page's number.
    pub page: u32,
    /// The offset of its image in the log.
    pub at: usize,
    /// The number of pages in the database, if this frame ends a transaction; otherwise 0.
    pub commits: u32,
    /// Whether SQLite would read it.
    chained: bool,
}

/// The frames of the log's current round. SQLite starts again at the front once all is in the file,
/// so frames of an earlier round may follow.
pub fn frames(log: &[u8]) -> Vec<Frame> {
    let header = log.get(..HEADER).unwrap_or_default();
    let big = word(header, 0) & 1 == 1;
    let mut last = sum((0, 0), header.get(..24).unwrap_or_default(), big);
    let sound = !header.is_empty() && last == (word(header, 24), word(header, 28));
    let from = if sound { header.get(16..24) } else { log.get(HEADER + 8..HEADER + 16) };
    let Some(round) = from.filter(|it| sound || it.iter().any(|byte| *byte != 0)) else {
        return Vec::new();
    };
    let bodies = log.get(HEADER..).unwrap_or_default().chunks_exact(FRAME);
    let mut chained = sound;
    let mut frames = Vec::new();
    for (number, frame) in bodies.enumerate().take_while(|(_, it)| it[8..16] == *round) {
        let expected = sum(sum(last, &frame[..8], big), &frame[FRAME_HEADER..], big);
        last = (word(frame, 16), word(frame, 20));
        chained &= expected == last;
        let at = HEADER + number * FRAME + FRAME_HEADER;
        frames.push(Frame { page: word(frame, 0), at, commits: word(frame, 4), chained });
    }
    frames
}

/// The frames of committed transactions.
pub fn committed(mut frames: Vec<Frame>) -> Vec<Frame> {
    let end = frames.iter().rposition(|it| it.commits > 0).map_or(0, |it| it + 1);
    frames.truncate(end);
    frames
}

/// Whether SQLite would leave out a committed transaction. A last transaction that was cut short is
/// no damage, because its save was not acknowledged.
pub fn is_broken(log: &[u8], cipher: &Cipher) -> bool {
    let frames = frames(log);
    let read = frames.iter().take_while(|it| it.chained).count();
    let whole =
        |it: &Frame| log.get(it.at..it.at + PAGE).is_some_and(|p| cipher.is_whole(it.page, p));
    frames.iter().skip(read + usize::from(read > 0)).any(|it| it.commits > 0 && whole(it))
        || (read == 0 && frames.iter().any(|it| it.commits > 0 && whole(it)))
}

/// The log's checksum, continued over more bytes.
fn sum(mut sum: (u32, u32), bytes: &[u8], big: bool) -> (u32, u32) {
    let read = if big { u32::from_be_bytes } else { u32::from_le_bytes };
    for pair in bytes.chunks_exact(8) {
        let half = |at: usize| pair[at..at + 4].try_into().map_or(0, read);
        sum.0 = sum.0.wrapping_add(half(0)).wrapping_add(sum.1);
        sum.1 = sum.1.wrapping_add(half(4)).wrapping_add(sum.0);
    }
    sum
}

fn word(bytes: &[u8], at: usize) -> u32 {
    let bytes = bytes.get(at..at + 4).and_then(|it| it.try_into().ok());
    bytes.map_or(0, u32::from_be_bytes)
}
