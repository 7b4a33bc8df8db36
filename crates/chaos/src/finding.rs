//! What must not be.

use std::fmt::{self, Display, Formatter};

/// A kind of thing that must not be, in the order in which they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flaw {
    /// A text that was acknowledged isn't on a device.
    Lost,
    /// A text that nobody has edited over is only in a record's history, or in the bin.
    Hidden,
    /// A text is there twice.
    Doubled,
    /// A text is there that nobody wrote.
    Invented,
    /// Two devices differ.
    Unequal,
    /// A device says itself that something is wrong with it.
    Unsound,
    /// A device doesn't come to rest although everything is mended.
    Unhealed,
    /// A program refused what it had no reason to refuse.
    Refused,
    /// A program panicked, or a signal of its own ended it.
    Panic,
    /// A call was over its limit.
    Hang,
    /// A device whose requests fail asks again too soon.
    Flood,
    /// The harness itself could not go on.
    Broken,
}

/// All of them.
pub const ALL: [Flaw; 12] = [
    Flaw::Lost,
    Flaw::Hidden,
    Flaw::Doubled,
    Flaw::Invented,
    Flaw::Unequal,
    Flaw::Unsound,
    Flaw::Unhealed,
    Flaw::Refused,
    Flaw::Panic,
    Flaw::Hang,
    Flaw::Flood,
    Flaw::Broken,
];

/// Something that must not be, and where it was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Of which kind.
    pub flaw: Flaw,
    /// What it befell: a text, a device, a program. Two findings about the same thing count once.
    pub what: String,
    /// In words.
    pub detail: String,
}

impl Finding {
    /// A finding.
    pub fn new(flaw: Flaw, what: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { flaw, what: what.into(), detail: detail.into() }
    }
}

impl Display for Finding {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        write!(f, "{:?}: {}: {}", self.flaw, self.what, self.detail)
    }
}
