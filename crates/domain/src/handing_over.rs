//! How a matter gets a new owner: it is offered, and it changes hands when the receiver accepts and
//! not before. All steps stand in one table.

use serde::{Deserialize, Serialize};
use strum::{EnumString, VariantNames};

use crate::Id;
use crate::choice::Choices;
use crate::kinds::HandoverItem;

/// How far a matter has come in a handover.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, EnumString, VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ItemStatus {
    /// It has no receiver.
    #[default]
    Unplaced,
    /// It is offered to a receiver.
    Offered,
    /// The receiver asks something first.
    Question,
    /// The receiver said yes. It is theirs.
    Accepted,
    /// The sender asks the receiver to give it back. It is still the receiver's.
    AskedBack,
    /// The receiver said no. It has no receiver.
    Declined,
    /// A lead keeps it and looks at it again on a day.
    KeptByLead,
}

impl ItemStatus {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("handover-item-status", Self::VARIANTS);

    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Unplaced,
        Self::Offered,
        Self::Question,
        Self::Accepted,
        Self::AskedBack,
        Self::Declined,
        Self::KeptByLead,
    ];

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }

    /// Whether the matter is the receiver's.
    pub const fn is_taken(self) -> bool {
        matches!(self, Self::Accepted | Self::AskedBack)
    }

    /// Whether a handover can close with a matter like that.
    pub const fn is_placed(self) -> bool {
        self.is_taken() || matches!(self, Self::KeptByLead)
    }

    /// Whether the matter has no receiver and waits for one.
    pub const fn is_free(self) -> bool {
        matches!(self, Self::Unplaced | Self::Declined)
    }

    /// Whether it rests on what a receiver said.
    pub const fn needs_receivers_word(self) -> bool {
        self.is_answer() || self.is_taken()
    }

    /// Whether it is what a receiver said.
    pub const fn is_answer(self) -> bool {
        matches!(self, Self::Question | Self::Accepted | Self::Declined)
    }
}

/// Who takes a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// A member of the team that hands over.
    Sender,
    /// The receiver; where that is a partner, a member who notes what they said.
    Receiver,
    /// A lead of the team or of the handover.
    Lead,
}

/// A step that a matter can take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// From where.
    pub from: ItemStatus,
    /// To where.
    pub to: ItemStatus,
    /// Who takes it.
    pub by: Actor,
}

const fn step(from: ItemStatus, to: ItemStatus, by: Actor) -> Step {
    Step { from, to, by }
}

/// All steps. A matter takes no other.
pub const STEPS: &[Step] = {
    use Actor::{Lead, Receiver, Sender};
    use ItemStatus::{Accepted, AskedBack, Declined, KeptByLead, Offered, Question, Unplaced};
    &[
        step(Unplaced, Offered, Sender),
        step(Declined, Offered, Sender),
        step(KeptByLead, Offered, Sender),
        // To another receiver, which revokes the first offer.
        step(Offered, Offered, Sender),
        step(Question, Offered, Sender),
        step(Offered, Unplaced, Sender),
        step(Question, Unplaced, Sender),
        step(Offered, Question, Receiver),
        step(Question, Question, Receiver),
        step(Offered, Accepted, Receiver),
        step(Question, Accepted, Receiver),
        step(Offered, Declined, Receiver),
        step(Question, Declined, Receiver),
        step(Accepted, AskedBack, Sender),
        step(AskedBack, Accepted, Sender),
        step(AskedBack, Accepted, Receiver),
        step(AskedBack, Unplaced, Receiver),
        step(Unplaced, KeptByLead, Lead),
        step(Offered, KeptByLead, Lead),
        step(Question, KeptByLead, Lead),
        step(Declined, KeptByLead, Lead),
        step(KeptByLead, KeptByLead, Lead),
        step(KeptByLead, Unplaced, Lead),
    ]
};

/// The steps from one status to another; none where a matter cannot go there.
pub fn steps(from: ItemStatus, to: ItemStatus) -> impl Iterator<Item = &'static Step> {
    STEPS.iter().filter(move |it| it.from == from && it.to == to)
}

/// The fields that an item has to say in a status.
pub const fn needs(status: ItemStatus) -> &'static [&'static str] {
    use HandoverItem as Item;
    match status {
        ItemStatus::Unplaced => &[],
        ItemStatus::Offered => OFFERED,
        ItemStatus::Question => {
            &[Item::RECEIVER, Item::CHANNEL, Item::REMAINS, Item::CONSENT, Item::QUESTION]
        }
        ItemStatus::Accepted | ItemStatus::AskedBack => {
            &[Item::RECEIVER, Item::CHANNEL, Item::REMAINS, Item::CONSENT, Item::UNDERSTOOD]
        }
        ItemStatus::Declined => &[Item::RECEIVER, Item::CHANNEL, Item::REASON],
        ItemStatus::KeptByLead => &[Item::KEPT_BY, Item::REASON, Item::REVIEW],
    }
}

const OFFERED: &[&str] =
    &[HandoverItem::RECEIVER, HandoverItem::CHANNEL, HandoverItem::REMAINS, HandoverItem::CONSENT];

/// Whose a matter is: the owner's that it had, until a receiver has accepted it.
pub fn holder(owner: Option<Id>, item: &HandoverItem) -> Option<Id> {
    let taken = item.stands().is_taken();
    item.receiver.filter(|_| taken).or(owner)
}
