//! What is wrong with an input: a code and its details, which Fluent renders. A check reports every
//! problem, not only the first.

use serde::{Deserialize, Serialize};

/// A problem, and the field that shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Told")]
pub struct Issue {
    /// The field's name.
    pub field: String,
    /// What is wrong.
    #[serde(flatten)]
    pub problem: Problem,
}

impl Issue {
    /// `problem` at `field`.
    pub fn new(field: &str, problem: Problem) -> Self {
        Self { field: field.to_owned(), problem }
    }
}

/// What can be wrong with a value. Its Fluent message is `problem-` and the code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "problem", rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Problem {
    /// It must be filled in.
    Missing,
    /// It has more characters than fit.
    TooLong {
        /// The most that fit.
        most: usize,
    },
    /// It has more elements than fit.
    TooMany {
        /// The most that fit.
        most: usize,
    },
    /// It must be a single line.
    NotOneLine,
    /// It isn't a day in a plausible year.
    NotADay,
    /// It isn't a time of day.
    NotATime,
    /// It isn't a week of a plausible year.
    NotAWeek,
    /// It isn't a moment in a plausible year.
    NotAMoment,
    /// It isn't an amount of money.
    NotAnAmount,
    /// It is a time that the clock skips when it moves forward.
    SkippedHour,
    /// It isn't a phone number.
    NotAPhone,
    /// It isn't an email address.
    NotAnEmail,
    /// It is below or above the bounds.
    OutOfRange {
        /// The smallest allowed.
        least: i64,
        /// The largest allowed.
        most: i64,
    },
    /// It isn't in the list.
    UnknownChoice,
    /// It points to nothing known.
    UnknownLink,
    /// It isn't a language tag.
    UnknownLanguage,
    /// It ends before it starts.
    EndsBeforeStart,
    /// It is a national identity number, which this app never stores.
    IdentityNumber,
    /// It lacks a placeholder that is filled in when the text is shown.
    PlaceholderMissing {
        /// The value in its braces: `{time}`.
        name: String,
    },
    /// It has a brace that starts no known placeholder.
    PlaceholderUnknown {
        /// The text from the brace on.
        name: String,
    },
    /// Several records go by that name.
    Ambiguous,
    /// Another record has it already.
    Taken,
    /// It isn't of the right type.
    WrongType,
    /// A matter in a handover cannot go there from where it is.
    WrongStep,
    /// Only the receiver can answer that.
    ReceiverOnly,
    /// Only a lead can do that.
    LeadOnly,
    /// The handover is not open.
    HandoverNotOpen,
    /// No matter waits for that receiver's answer.
    NothingOffered,
    /// That member leaves and gets no new work.
    Leaves,
    /// So many matters are not settled, not accepted and not kept by a lead.
    StillOpen {
        /// How many.
        count: usize,
    },
    /// So many matters that are not settled are still that member's.
    StillTheirs {
        /// How many.
        count: usize,
    },
}

/// An issue as it travels: flat, to keep its reader small, as for a fault.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Told {
    field: String,
    problem: String,
    least: i64,
    most: i64,
    name: String,
    count: usize,
}

impl TryFrom<Told> for Issue {
    type Error = String;

    fn try_from(told: Told) -> Result<Self, String> {
        let Told { field, problem, least, most, name, count } = told;
        let characters = usize::try_from(most).unwrap_or_default();
        let problem = match problem.as_str() {
            "missing" => Problem::Missing,
            "too-long" => Problem::TooLong { most: characters },
            "too-many" => Problem::TooMany { most: characters },
            "not-one-line" => Problem::NotOneLine,
            "not-a-day" => Problem::NotADay,
            "not-a-time" => Problem::NotATime,
            "not-a-week" => Problem::NotAWeek,
            "not-a-phone" => Problem::NotAPhone,
            "not-an-email" => Problem::NotAnEmail,
            "not-a-moment" => Problem::NotAMoment,
            "not-an-amount" => Problem::NotAnAmount,
            "skipped-hour" => Problem::SkippedHour,
            "out-of-range" => Problem::OutOfRange { least, most },
            "unknown-choice" => Problem::UnknownChoice,
            "unknown-link" => Problem::UnknownLink,
            "unknown-language" => Problem::UnknownLanguage,
            "ends-before-start" => Problem::EndsBeforeStart,
            "identity-number" => Problem::IdentityNumber,
            "placeholder-missing" => Problem::PlaceholderMissing { name },
            "placeholder-unknown" => Problem::PlaceholderUnknown { name },
            "ambiguous" => Problem::Ambiguous,
            "taken" => Problem::Taken,
            "wrong-type" => Problem::WrongType,
            "wrong-step" => Problem::WrongStep,
            "receiver-only" => Problem::ReceiverOnly,
            "lead-only" => Problem::LeadOnly,
            "handover-not-open" => Problem::HandoverNotOpen,
            "nothing-offered" => Problem::NothingOffered,
            "leaves" => Problem::Leaves,
            "still-open" => Problem::StillOpen { count },
            "still-theirs" => Problem::StillTheirs { count },
            _ => return Err(problem),
        };
        Ok(Self { field, problem })
    }
}
