//! From–to: days or moments, perhaps without an end.

use serde_json::Value;

use crate::field::composite::{FROM, TO};
use crate::field::value::{Type, unless};
use crate::issue::Problem;

/// How exactly a period begins and ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Precision {
    /// By days. The last one is part of it.
    Day,
    /// By moments.
    Moment,
}

impl Precision {
    /// The type of its ends.
    pub const fn ends(self) -> Type {
        match self {
            Self::Day => Type::Day,
            Self::Moment => Type::Moment,
        }
    }
}

/// What is wrong with a period.
pub fn period(value: &Value, precision: Precision) -> Option<Problem> {
    let ends = precision.ends();
    let (Value::Object(_), from, to) = (value, &value[FROM], &value[TO]) else {
        return Some(Problem::WrongType);
    };
    if to.is_null() {
        return ends.problem(from);
    }
    let in_order = || unless(from.as_str() <= to.as_str(), Problem::EndsBeforeStart);
    ends.problem(from).or_else(|| ends.problem(to)).or_else(in_order)
}
