//! How a kind's records look as rows, declared as data.

/// How a kind's records look as rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Card {
    /// The name of its icon in the interface.
    pub icon: &'static str,
    /// The fields that name a record in a row, in order; where there are none, the one that names it.
    pub title: &'static [&'static str],
    /// The text that a story quotes beside the title.
    pub quote: Option<&'static str>,
}

impl Card {
    /// A card with the title that the kind's naming field gives.
    pub const fn new(icon: &'static str) -> Self {
        Self { icon, title: &[], quote: None }
    }

    /// The same, named by some fields.
    #[must_use]
    pub const fn title(mut self, fields: &'static [&'static str]) -> Self {
        self.title = fields;
        self
    }

    /// The same, with a text that a story quotes.
    #[must_use]
    pub const fn quote(mut self, field: &'static str) -> Self {
        self.quote = Some(field);
        self
    }
}
