//! Recognises the table of a row by the row's form. If the page that names the table is lost,
//! nothing else tells. Freed pages are overwritten (`secure_delete`), so every row found is
//! current.

use domain::{Id, Payload};
use rusqlite::types::Value;

use crate::salvage::tree::Row;
use crate::settings;

/// The content of a column.
#[derive(Clone, Copy)]
enum Column {
    /// An id as text.
    Id,
    Text,
    Number,
    Bytes,
    /// An exact number of bytes.
    Exactly(usize),
    /// Bytes, or nothing.
    Perhaps,
    /// A change's payload.
    Payload,
    /// The name of a setting that is salvaged.
    Fact,
    /// Text in a column that was added later. Older rows end before it.
    Added,
}

/// A table that isn't a projection, and the form of its rows.
pub struct Shape {
    /// Its name.
    pub table: &'static str,
    /// Whether its rows are numbered; the first column is then the number.
    numbered: bool,
    columns: &'static [Column],
}

/// The change log.
pub const CHANGE: &str = "change";
/// Settings.
pub const SETTING: &str = "setting";
/// The space.
pub const SPACE: &str = "space";
/// Unfinished forms.
pub const DRAFT: &str = "draft";

use Column::{Added, Bytes, Exactly, Fact, Id as Ident, Number, Payload as Done, Perhaps, Text};

/// All of them, ordered so that a row comes after those it refers to.
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
    Shape { table: "device", numbered: false, columns: &[Ident, Ident, Exactly(32), Text, Added] },
    Shape { table: "quarantine", numbered: false, columns: &[Ident, Ident, Number, Bytes, Text] },
    Shape { table: DRAFT, numbered: false, columns: &[Ident, Text, Text, Text, Number, Added] },
    Shape {
        table: CHANGE,
        numbered: true,
        columns: &[Ident, Ident, Number, Ident, Ident, Number, Number, Done, Perhaps],
    },
];

impl Shape {
    /// The table of a row, and its columns as they are stored.
    pub fn of(row: Row) -> Option<(&'static Self, Vec<Value>)> {
        let shape = SHAPES.iter().find(|it| it.fits(&row))?;
        let mut values = row.values;
        values.resize(shape.width(), Value::Text(String::new()));
        if let (Some(first), Some(id)) = (values.first_mut(), row.id) {
            *first = Value::Integer(id);
        }
        Some((shape, values))
    }

    /// How many columns its table has.
    pub fn width(&self) -> usize {
        self.columns.len() + usize::from(self.numbered)
    }

    fn fits(&self, row: &Row) -> bool {
        let values = if self.numbered { row.values.get(1..) } else { Some(&row.values[..]) };
        let Some(values) = values.filter(|_| self.numbered == row.id.is_some()) else {
            return false;
        };
        let (here, later) = self.columns.split_at(values.len().min(self.columns.len()));
        here.len() == values.len()
            && later.iter().all(|it| matches!(it, Added))
            && values.iter().zip(here).all(|(value, column)| column.holds(value))
    }
}

impl Column {
    fn holds(self, value: &Value) -> bool {
        match (self, value) {
            (Self::Id, Value::Text(it)) => it.len() == 36 && it.parse::<Id>().is_ok(),
            (Self::Fact, Value::Text(it)) => settings::FACTS.contains(&it.as_str()),
            (Self::Exactly(size), Value::Blob(it)) => it.len() == size,
            (Self::Payload, Value::Blob(it)) => postcard::from_bytes::<Payload>(it).is_ok(),
            (Self::Text | Self::Added, Value::Text(_))
            | (Self::Number, Value::Integer(_))
            | (Self::Bytes | Self::Perhaps, Value::Blob(_))
            | (Self::Perhaps, Value::Null) => true,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;

    #[test]
    fn each_shape_has_the_columns_of_its_table_as_the_last_migration_leaves_it() {
        let store = Store::in_memory().unwrap();
        for shape in SHAPES {
            let sql = format!("SELECT count(*) FROM pragma_table_info('{}')", shape.table);
            assert_eq!(store.count(&sql, ()).unwrap(), shape.width() as u64, "{}", shape.table);
        }
    }
}
