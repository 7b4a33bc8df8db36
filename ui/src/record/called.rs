//! What a record is called.

use domain::entry::Entry;

use crate::kit::text::locale;

/// The name of a record, told apart from others where the core does that.
pub fn called(entry: &Entry) -> String {
    if !entry.name.is_empty() {
        return entry.name.clone();
    }
    domain::kind(&entry.kind).map_or("", |it| it.title_in(&entry.fields, locale())).to_owned()
}
