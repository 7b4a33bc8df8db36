//! Attendance: one resident at one activity.

use serde::{Deserialize, Serialize};
use strum::{EnumString, VariantNames};

use crate::Id;
use crate::card::Card;
use crate::choice::Choices;
use crate::field::{Field, Type};
use crate::kind::{Identity, Order, Record};
use crate::kinds::{Activity, Resident};
use crate::life::{Life, Standing, State, Tone};

/// One resident at one activity. Its id is made from the pair, so that two phones that
/// tick the same list agree.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Attendance {
    /// The activity.
    pub activity: Option<Id>,
    /// The resident.
    pub resident: Option<Id>,
    /// Whether they came.
    pub status: Option<AttendanceStatus>,
}

/// Whether somebody came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum AttendanceStatus {
    /// They said they would.
    SignedUp,
    /// They came.
    Came,
    /// They had signed up and didn't come.
    DidNotCome,
}

impl AttendanceStatus {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("attendance-status", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

const STATES: &[State] = &[
    State::new(AttendanceStatus::SignedUp.name(), Standing::Planned)
        .tone(Tone::Info)
        .past("unknown"),
    State::new(AttendanceStatus::Came.name(), Standing::Over).tone(Tone::Accent),
    State::new(AttendanceStatus::DidNotCome.name(), Standing::Over),
];

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl Attendance {
    pub const ACTIVITY: &'static str = "activity";
    pub const RESIDENT: &'static str = "resident";
    pub const STATUS: &'static str = "status";
}

impl Record for Attendance {
    const KIND: &'static str = "attendance";
    const ORDER: Order = Order::Of(Self::ACTIVITY);
    const CARD: Card = Card::new("Calendar").title(&[Self::ACTIVITY]);
    const LIFE: Option<Life> = Some(Life::new(Self::STATUS, STATES));
    const IDENTITY: Identity = Identity::Of(&[Self::ACTIVITY, Self::RESIDENT]);
    const FIELDS: &'static [Field] = &[
        Field::new(Self::ACTIVITY, Type::Link(Activity::KIND)).required(),
        Field::new(Self::RESIDENT, Type::Link(Resident::KIND)).required(),
        Field::new(Self::STATUS, Type::Choice(&AttendanceStatus::CHOICES)).required(),
    ];
}
