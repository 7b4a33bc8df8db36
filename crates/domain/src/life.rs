//! The life of a record, declared as data: its states, who has to act in each of them, and what
//! makes a record press.

use serde_json::Value;

use crate::field::{Field, Type, is_empty};
use crate::kind::Body;

/// Who has to act while a record is in a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// We have to act.
    Ours,
    /// We have to act at once: the record waits for no day.
    OursNow,
    /// A partner has to act, until the record's day.
    Theirs,
    /// A partner has answered, and we have to act on the answer. The day no longer counts.
    Back,
    /// Something is left to do until a record is made from this one.
    Loose,
    /// It is to happen at its time.
    Planned,
    /// The record is settled.
    Over,
    /// It says how another record fares, which is where people act.
    Aside,
}

impl Standing {
    /// Its name in the projection. What waits for no day is ours like the rest.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ours | Self::OursNow => "ours",
            Self::Theirs => "theirs",
            Self::Back => "back",
            Self::Loose => "loose",
            Self::Planned => "planned",
            Self::Over => "over",
            Self::Aside => "",
        }
    }

    /// Whether a record of that standing is a case: something that we or a partner have to act on.
    pub const fn is_case(self) -> bool {
        matches!(self, Self::Ours | Self::OursNow | Self::Theirs | Self::Back)
    }

    /// Whether we have to act.
    pub const fn is_ours(self) -> bool {
        matches!(self, Self::Ours | Self::OursNow)
    }

    /// Whether the record's day counts.
    pub const fn heeds_day(self) -> bool {
        matches!(self, Self::Ours | Self::OursNow | Self::Theirs)
    }
}

/// How much a state stands out where it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Not at all.
    Neutral,
    /// It is under way.
    Info,
    /// It went well.
    Accent,
    /// It needs attention.
    Warm,
}

/// A state of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct State {
    /// Its value in the field; of a [`Life`] by a day, `open` or `done`.
    pub name: &'static str,
    /// Who has to act.
    pub standing: Standing,
    /// How much it stands out.
    pub tone: Tone,
    /// The label it has once the time of what it is part of has passed, where that differs.
    pub past: Option<&'static str>,
    /// Whether the record was given up: it is over, and nothing came of it.
    pub given_up: bool,
}

impl State {
    /// A state without emphasis.
    pub const fn new(name: &'static str, standing: Standing) -> Self {
        Self { name, standing, tone: Tone::Neutral, past: None, given_up: false }
    }

    /// The same, emphasised.
    #[must_use]
    pub const fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// The same, where the record was given up.
    #[must_use]
    pub const fn given_up(mut self) -> Self {
        self.given_up = true;
        self
    }

    /// The same, with another label once its time has passed. It needs attention then.
    #[must_use]
    pub const fn past(mut self, label: &'static str) -> Self {
        self.past = Some(label);
        self
    }
}

/// The states of a kind's records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Life {
    /// The field that says the state: a choice of its values, or a day that is empty until the
    /// record is over.
    pub field: &'static str,
    /// The states.
    pub states: &'static [State],
    /// The field with the last day for it.
    pub due: Option<&'static str>,
    /// The field that says how much it weighs: a choice, the heaviest value last.
    pub weight: Option<&'static str>,
    /// The field with the member whose it is; where it is empty, the record is its author's.
    pub owner: Option<&'static str>,
}

/// The state of a record whose day of ending is empty.
pub const OPEN: &str = "open";
/// The state of a record whose day of ending is filled.
pub const DONE: &str = "done";

impl Life {
    /// States by a choice.
    pub const fn new(field: &'static str, states: &'static [State]) -> Self {
        Self { field, states, due: None, weight: None, owner: None }
    }

    /// The same, with the last day in a field.
    #[must_use]
    pub const fn due(mut self, field: &'static str) -> Self {
        self.due = Some(field);
        self
    }

    /// The same, with the weight in a field.
    #[must_use]
    pub const fn weight(mut self, field: &'static str) -> Self {
        self.weight = Some(field);
        self
    }

    /// The same, with the member whose it is in a field.
    #[must_use]
    pub const fn owner(mut self, field: &'static str) -> Self {
        self.owner = Some(field);
        self
    }

    /// The state of that name, unless only a newer version knows it.
    pub fn named(&self, name: &str) -> Option<&'static State> {
        self.states.iter().find(|it| it.name == name)
    }

    /// Whether its records are cases in one of their states.
    pub fn has_cases(&self) -> bool {
        self.states.iter().any(|it| it.standing.is_case())
    }
}

/// What a kind's life says of one record.
#[derive(Debug, Clone, Copy)]
pub struct Stage<'a> {
    life: &'a Life,
    fields: &'static [Field],
    body: &'a Body,
}

impl<'a> Stage<'a> {
    pub(crate) const fn new(life: &'a Life, fields: &'static [Field], body: &'a Body) -> Self {
        Self { life, fields, body }
    }

    /// The name of the record's state; one that only a newer version knows as it is stored, and
    /// empty where the record says none.
    pub fn name(&self) -> &'a str {
        let value = self.body.get(self.life.field).unwrap_or(&Value::Null);
        match self.field(self.life.field).map(|it| it.ty) {
            Some(Type::Day) if is_empty(value) => OPEN,
            Some(Type::Day) => DONE,
            _ => value.as_str().unwrap_or_default(),
        }
    }

    /// The record's state.
    pub fn state(&self) -> Option<&'static State> {
        self.life.named(self.name())
    }

    /// The last day for it, `YYYY-MM-DD`, whether it counts or not.
    pub fn due(&self) -> Option<&'a str> {
        self.text(self.life.due?)
    }

    /// How much it weighs: the place of its value among all, from zero.
    pub fn weight(&self) -> usize {
        self.weighed().map_or(0, |it| it.1)
    }

    /// The weight that the record presses with, as it is stored: the heaviest until it is over, the
    /// next one while it is in its first state.
    pub fn presses(&self) -> Option<&'a str> {
        let (value, place, most) = self.weighed()?;
        let over = self.state().is_some_and(|it| it.standing == Standing::Over);
        let first = self.life.states.first().is_some_and(|it| it.name == self.name());
        let presses = if place == most { !over } else { place + 1 == most && first };
        presses.then_some(value)
    }

    /// Whether the record presses with the heaviest weight there is.
    pub fn is_urgent(&self) -> bool {
        let heaviest = self.weighed().is_some_and(|(_, place, most)| place == most);
        heaviest && self.presses().is_some()
    }

    /// Whether we have to act whatever the day.
    pub fn waits_for_no_day(&self) -> bool {
        self.state().is_some_and(|it| it.standing == Standing::OursNow)
    }

    fn weighed(&self) -> Option<(&'a str, usize, usize)> {
        let name = self.life.weight?;
        let Type::Choice(list) = self.field(name)?.ty else { return None };
        let value = self.text(name)?;
        let place = list.values.iter().position(|it| *it == value)?;
        Some((value, place, list.values.len() - 1))
    }

    fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|it| it.name == name)
    }

    fn text(&self, field: &str) -> Option<&'a str> {
        self.body.get(field)?.as_str().filter(|it| !it.is_empty())
    }
}
