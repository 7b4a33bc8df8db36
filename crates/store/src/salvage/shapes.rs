//! What a row is, told by its form alone: where the page that says so is gone, nothing else tells
//! which table a row was in. Freed pages are overwritten (`secure_delete`), so whatever stands on a
//! page counts.

use domain::{Id, Payload};
use rusqlite::types::Value;

use super::tree::Row;
use crate::settings;

/// What a column holds.
#[derive(Clone, Copy)]
enum Column {
    /// An id's text.
    Id,
    Text,
    Number,
    Bytes,
    /// So many bytes.
    Exactly(usize),
    /// Bytes, or nothing.
    Perhaps,
    /// What a change did.
    Payload,
    /// The name of a fact that is worth keeping.
    Fact,
}

/// A table whose rows are truth, not projection.
pub struct Shape {
    /// Its name.
    pub table: &'static str,
    /// Whether its rows are numbered, which its first column then is.
    numbered: bool,
    columns: &'static [Column],
}

/// The change log.
pub const CHANGE: &str = "change";
/// Small facts.
pub const SETTING: &str = "setting";
/// The space.
pub const SPACE: &str = "space";
/// Unfinished forms.
pub const DRAFT: &str = "draft";

use Column::{Bytes, Exactly, Fact, Id as Ident, Number, Payload as Done, Perhaps, Text};

/// All of them, in an order in which each row has what it refers to.
pub const SHAPES: &[Shape] = &[
    Shape { table: SETTING, numbered: false, columns: &[Fact, Text] },
    Shape {
        table: SPACE,
        numbered: false,
        columns: &[
            Ident,
            Text,
            Text,
            Exactly(32),
            Exactly(16),
            Text,
            Number,
            Number,
            Exactly(32),
            Number,
            Number,
            Number,
            Number,
        ],
    },
    Shape { table: "member", numbered: false, columns: &[Ident, Ident, Exactly(32), Text] },
    Shape { table: "quarantine", numbered: false, columns: &[Ident, Ident, Number, Bytes, Text] },
    Shape { table: DRAFT, numbered: false, columns: &[Ident, Text, Text, Text, Number] },
    Shape {
        table: CHANGE,
        numbered: true,
        columns: &[Ident, Ident, Number, Ident, Ident, Number, Number, Done, Perhaps],
    },
];

impl Shape {
    /// The shape of a row, and its columns as they are stored.
    pub fn of(row: Row) -> Option<(&'static Self, Vec<Value>)> {
        let shape = SHAPES.iter().find(|it| it.fits(&row))?;
        let mut values = row.values;
        if let (Some(first), Some(id)) = (values.first_mut(), row.id) {
            *first = Value::Integer(id);
        }
        Some((shape, values))
    }

    fn fits(&self, row: &Row) -> bool {
        let values = if self.numbered { row.values.get(1..) } else { Some(&row.values[..]) };
        self.numbered == row.id.is_some()
            && values.is_some_and(|it| {
                it.len() == self.columns.len()
                    && it.iter().zip(self.columns).all(|(value, column)| column.holds(value))
            })
    }
}

impl Column {
    fn holds(self, value: &Value) -> bool {
        match (self, value) {
            (Self::Id, Value::Text(it)) => it.len() == 36 && it.parse::<Id>().is_ok(),
            (Self::Fact, Value::Text(it)) => settings::FACTS.contains(&it.as_str()),
            (Self::Exactly(size), Value::Blob(it)) => it.len() == size,
            (Self::Payload, Value::Blob(it)) => postcard::from_bytes::<Payload>(it).is_ok(),
            (Self::Text, Value::Text(_))
            | (Self::Number, Value::Integer(_))
            | (Self::Bytes | Self::Perhaps, Value::Blob(_))
            | (Self::Perhaps, Value::Null) => true,
            _ => false,
        }
    }
}
