//! A matter's place in a handover: who is to have it, and whether they said yes.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use strum::{EnumString, VariantNames};

use crate::Id;
use crate::card::Card;
use crate::choice::Choices;
use crate::field::{ANY, Field, RECEIVER, Type};
use crate::handing_over::ItemStatus;
use crate::issue::{Issue, Problem};
use crate::kind::{Order, Record};
use crate::kinds::{Handover, Interpreting};
use crate::life::{Life, Standing, State, Tone};
use crate::{handing_over, kind};

/// One matter in one handover. Its id is made from the two, so that two colleagues who place the
/// same matter make one item.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct HandoverItem {
    /// The handover.
    pub handover: Option<Id>,
    /// The matter: a record of any kind that is not settled, or a resident.
    pub matter: Option<Id>,
    /// The member whose it was when it was offered.
    pub owner: String,
    /// The partner or the member who is to have it.
    pub receiver: Option<Id>,
    /// How the receiver learns of it and answers.
    pub channel: Option<Channel>,
    /// What remains to be done.
    pub remains: String,
    /// The day from which it is the receiver's.
    pub takes_over: Option<NaiveDate>,
    /// How far it has come.
    pub status: Option<ItemStatus>,
    /// When it was offered to the receiver.
    pub offered_at: Option<DateTime<Utc>>,
    /// What the receiver asks.
    pub question: String,
    /// The answer to it.
    pub answer: String,
    /// What the receiver understood, in their own words.
    pub understood: String,
    /// Why the receiver declined, or why a lead keeps it.
    pub reason: String,
    /// The receiver whose answer it is.
    pub answered_for: Option<Id>,
    /// Who answered for the receiver.
    pub answered_by: String,
    /// When they answered.
    pub answered_at: Option<DateTime<Utc>>,
    /// The lead who keeps it.
    pub kept_by: String,
    /// The day on which the lead looks at it again.
    pub review: Option<NaiveDate>,
    /// Whether those it concerns agree.
    pub consent: Option<Consent>,
    /// How they said so.
    pub consent_how: Option<ConsentHow>,
    /// The day they said so.
    pub consent_day: Option<NaiveDate>,
    /// In which language.
    pub consent_language: String,
    /// Who interpreted.
    pub consent_interpreter: Option<Interpreting>,
    /// Why none is needed, or why it is overridden.
    pub consent_why: String,
}

/// How a receiver learns of a matter and answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Channel {
    /// A member, in the app.
    InApp,
    /// By a file, and the file that comes back.
    Package,
    /// On paper or by phone; a member notes the answer.
    ByHand,
}

impl Channel {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("handover-channel", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// Whether those whom a matter concerns agree that another gets to know of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Consent {
    /// They do.
    Given,
    /// It concerns no resident, or the receiver knows it already.
    NotNeeded,
    /// They do not, or could not be asked, and it is passed on all the same.
    Overridden,
}

impl Consent {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("consent", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// How consent was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ConsentHow {
    /// Aloud.
    Spoken,
    /// In writing.
    Written,
}

impl ConsentHow {
    /// Its labels and values.
    pub const CHOICES: Choices = Choices::new("consent-how", Self::VARIANTS);

    /// Its name in storage.
    pub const fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

const STATES: &[State] = &[
    State::new(ItemStatus::Unplaced.name(), Standing::Aside).tone(Tone::Warm),
    State::new(ItemStatus::Offered.name(), Standing::Aside).tone(Tone::Info),
    State::new(ItemStatus::Question.name(), Standing::Aside).tone(Tone::Warm),
    State::new(ItemStatus::Accepted.name(), Standing::Aside).tone(Tone::Accent),
    State::new(ItemStatus::AskedBack.name(), Standing::Aside).tone(Tone::Info),
    State::new(ItemStatus::Declined.name(), Standing::Aside).tone(Tone::Warm),
    State::new(ItemStatus::KeptByLead.name(), Standing::Aside),
];

/// The names of its fields.
#[expect(missing_docs, reason = "the fields say what they hold")]
impl HandoverItem {
    pub const HANDOVER: &'static str = "handover";
    pub const MATTER: &'static str = "matter";
    pub const OWNER: &'static str = "owner";
    pub const RECEIVER: &'static str = "receiver";
    pub const CHANNEL: &'static str = "channel";
    pub const REMAINS: &'static str = "remains";
    pub const TAKES_OVER: &'static str = "takes_over";
    pub const STATUS: &'static str = "status";
    pub const OFFERED_AT: &'static str = "offered_at";
    pub const QUESTION: &'static str = "question";
    pub const ANSWER: &'static str = "answer";
    pub const UNDERSTOOD: &'static str = "understood";
    pub const REASON: &'static str = "reason";
    pub const ANSWERED_FOR: &'static str = "answered_for";
    pub const ANSWERED_BY: &'static str = "answered_by";
    pub const ANSWERED_AT: &'static str = "answered_at";
    pub const KEPT_BY: &'static str = "kept_by";
    pub const REVIEW: &'static str = "review";
    pub const CONSENT: &'static str = "consent";
    pub const CONSENT_HOW: &'static str = "consent_how";
    pub const CONSENT_DAY: &'static str = "consent_day";
    pub const CONSENT_LANGUAGE: &'static str = "consent_language";
    pub const CONSENT_INTERPRETER: &'static str = "consent_interpreter";
    pub const CONSENT_WHY: &'static str = "consent_why";
}

impl Record for HandoverItem {
    const KIND: &'static str = "handover-item";
    const ORDER: Order = Order::Made;
    const CARD: Card = Card::new("Handover").title(&[Self::MATTER]).quote(Self::UNDERSTOOD);
    const LIFE: Option<Life> = Some(Life::new(Self::STATUS, STATES));
    const IDENTITY: kind::Identity = kind::Identity::Of(&[Self::HANDOVER, Self::MATTER]);
    const FIELDS: &'static [Field] = &[
        Field::new(Self::HANDOVER, Type::Link(Handover::KIND)).required().hidden(),
        Field::new(Self::MATTER, Type::Link(ANY)).required().hidden(),
        Field::new(Self::OWNER, Type::Member).hidden(),
        Field::new(Self::REMAINS, Type::Text).ruled(),
        Field::new(Self::RECEIVER, Type::Link(RECEIVER)).ruled().significant().hidden(),
        Field::new(Self::CHANNEL, Type::Choice(&Channel::CHOICES)).ruled().hidden(),
        Field::new(Self::TAKES_OVER, Type::Day).significant(),
        Field::new(Self::STATUS, Type::Choice(&ItemStatus::CHOICES))
            .otherwise(ItemStatus::Unplaced.name())
            .significant()
            .hidden(),
        Field::new(Self::OFFERED_AT, Type::Moment).hidden(),
        Field::new(Self::CONSENT, Type::Choice(&Consent::CHOICES)).ruled().significant(),
        Field::new(Self::CONSENT_HOW, Type::Choice(&ConsentHow::CHOICES)).ruled(),
        Field::new(Self::CONSENT_DAY, Type::Day).ruled(),
        Field::new(Self::CONSENT_LANGUAGE, Type::Language),
        Field::new(Self::CONSENT_INTERPRETER, Type::Choice(&Interpreting::CHOICES)),
        Field::new(Self::CONSENT_WHY, Type::Line).ruled(),
        Field::new(Self::QUESTION, Type::Text).ruled().hidden(),
        Field::new(Self::ANSWER, Type::Text).ruled().hidden(),
        Field::new(Self::UNDERSTOOD, Type::Text).ruled().hidden(),
        Field::new(Self::REASON, Type::Text).ruled().hidden(),
        Field::new(Self::ANSWERED_FOR, Type::Link(RECEIVER)).hidden(),
        Field::new(Self::ANSWERED_BY, Type::Line).ruled().hidden(),
        Field::new(Self::ANSWERED_AT, Type::Moment).ruled().hidden(),
        Field::new(Self::KEPT_BY, Type::Member).ruled().significant().hidden(),
        Field::new(Self::REVIEW, Type::Day).ruled().significant().hidden(),
    ];

    fn check(&self, _today: NaiveDate) -> Vec<Issue> {
        let status = self.status.unwrap_or_default();
        let needed = handing_over::needs(status).iter().chain(self.needs_of_consent());
        let by_hand = self.channel == Some(Channel::ByHand) && status.is_answer();
        let signed = by_hand.then_some([Self::ANSWERED_BY, Self::ANSWERED_AT]);
        let body = kind::write(self);
        let missing = |field: &&str| !body.contains_key(*field);
        let all = needed.copied().chain(signed.into_iter().flatten());
        all.filter(missing).map(|it| Issue::new(it, Problem::Missing)).collect()
    }
}

impl HandoverItem {
    /// The fields that hold what a receiver said.
    pub const ANSWERS: [&str; 7] = [
        Self::ANSWERED_FOR,
        Self::QUESTION,
        Self::ANSWER,
        Self::UNDERSTOOD,
        Self::REASON,
        Self::ANSWERED_BY,
        Self::ANSWERED_AT,
    ];

    /// How far it has come. An answer of another than its receiver counts for nothing: a colleague
    /// offered it anew without having heard of the answer.
    pub fn stands(&self) -> ItemStatus {
        let status = self.status.unwrap_or_default();
        let theirs = self.answered_for == self.receiver;
        if status.needs_receivers_word() && !theirs { ItemStatus::Offered } else { status }
    }

    fn needs_of_consent(&self) -> &'static [&'static str] {
        match self.consent {
            None => &[],
            Some(Consent::Given) => &[Self::CONSENT_HOW, Self::CONSENT_DAY],
            Some(Consent::NotNeeded | Consent::Overridden) => &[Self::CONSENT_WHY],
        }
    }
}
