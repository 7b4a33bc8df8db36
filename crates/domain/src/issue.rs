//! What is wrong with what somebody typed: a code and its figures, which Fluent
//! renders. A check reports every problem, not the first.

use serde::{Deserialize, Serialize};

/// A problem, and the field where it is to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr,
)]
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
    /// Another record has it already.
    Taken,
    /// It isn't of the right type.
    WrongType,
}
