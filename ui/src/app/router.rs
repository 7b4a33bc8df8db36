//! The table of pages. Each noun declares its own rows; links, bars, keys, *Mer* and the drawing follow
//! from them.

use std::sync::OnceLock;

use domain::Id;

use crate::kit::icon::Icon;

/// A page of the interface.
#[derive(Debug)]
pub struct Route {
    /// Its name, by which it is drawn.
    pub name: &'static str,
    /// Its address; `:id` and `:kind` are the parts that differ.
    pub path: &'static str,
    /// The kinds whose records it shows.
    pub shows: &'static [&'static str],
    /// The kind of the new record that it leads on to.
    pub makes: Option<&'static str>,
    /// Whether it has no content of its own and leads on to the form of a new record.
    pub leads_on: bool,
    /// Whether a record's page is its form as well.
    pub is_form: bool,
    /// Whether a record's page lists the records that were made from it.
    pub gathers: bool,
    /// Its entry in the bars.
    pub section: Option<Section>,
    /// The letter that opens it after `g`, and the text that explains it.
    pub key: Option<(&'static str, &'static str)>,
    /// Its entry in *Mer*.
    pub entry: Option<Entry>,
}

/// An entry in the bars.
#[derive(Debug, Clone, Copy)]
pub struct Section {
    /// Its text.
    pub words: &'static str,
    /// Its icon.
    pub sign: Icon,
    /// Its icon while the page is within that section.
    pub sign_within: Icon,
}

/// An entry in *Mer*.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// Its icon.
    pub sign: Icon,
    /// Its text.
    pub words: &'static str,
}

/// The parts that differ between two addresses of one page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Args {
    /// The record.
    pub id: Id,
    /// Its kind.
    pub kind: String,
}

/// The pages of one noun.
pub type Rows = &'static [Route];

static TABLE: OnceLock<Vec<Rows>> = OnceLock::new();

impl Route {
    /// A page at an address.
    pub const fn at(name: &'static str, path: &'static str) -> Self {
        Self {
            name,
            path,
            shows: &[],
            makes: None,
            leads_on: false,
            is_form: false,
            gathers: false,
            section: None,
            key: None,
            entry: None,
        }
    }

    /// The page of every record of those kinds, which lists the records that were made from it.
    pub const fn shows(self, kinds: &'static [&'static str]) -> Self {
        Self { shows: kinds, gathers: true, ..self }
    }

    /// The page of every record of those kinds, which is its form as well.
    pub const fn edits(self, kinds: &'static [&'static str]) -> Self {
        Self { shows: kinds, is_form: true, ..self }
    }

    /// Leads on to a new record of that kind.
    pub const fn makes(self, kind: &'static str) -> Self {
        Self { makes: Some(kind), leads_on: true, ..self }
    }

    /// Leads on to a new record of the kind in its address.
    pub const fn leads_on(self) -> Self {
        Self { leads_on: true, ..self }
    }

    /// Puts it into the bars.
    pub const fn section(self, words: &'static str, sign: Icon, sign_within: Icon) -> Self {
        Self { section: Some(Section { words, sign, sign_within }), ..self }
    }

    /// Gives it a key.
    pub const fn key(self, letter: &'static str, words: &'static str) -> Self {
        Self { key: Some((letter, words)), ..self }
    }

    /// Puts it into *Mer*.
    pub const fn entry(self, sign: Icon, words: &'static str) -> Self {
        Self { entry: Some(Entry { sign, words }), ..self }
    }

    /// Its address with a record in it.
    pub fn of(&self, kind: &str, id: Id) -> String {
        self.path.replace(":id", &id.to_string()).replace(":kind", kind)
    }

    /// The parts that differ in `path`, if it is an address of this page.
    fn matches(&self, path: &str) -> Option<Args> {
        let (own, theirs) = (parts(self.path), parts(path));
        if own.len() != theirs.len() {
            return None;
        }
        let mut args = Args::default();
        for (own, theirs) in own.into_iter().zip(theirs) {
            match own {
                ":id" => args.id = theirs.parse().ok()?,
                ":kind" => theirs.clone_into(&mut args.kind),
                own if own == theirs => {}
                _ => return None,
            }
        }
        Some(args)
    }
}

/// Takes the rows of all nouns. Called once, before anything is drawn.
pub fn register(rows: impl Iterator<Item = Rows>) {
    let _ = TABLE.set(rows.collect());
}

/// All pages, in the order of the bars and of *Mer*.
pub fn pages() -> impl Iterator<Item = &'static Route> {
    TABLE.get().into_iter().flatten().copied().flatten()
}

/// The page of that name.
pub fn named(name: &str) -> Option<&'static Route> {
    pages().find(|page| page.name == name)
}

/// The address of the page of that name; that of the first page if no page has it.
pub fn path(name: &str) -> &'static str {
    named(name).map_or_else(first, |page| page.path)
}

/// The address of the first page of the table, which the app opens on.
pub fn first() -> &'static str {
    pages().next().map_or("", |page| page.path)
}

/// The page of an address.
pub fn find(path: &str) -> Option<(&'static Route, Args)> {
    pages().find_map(|page| Some((page, page.matches(path)?)))
}

/// The parts of an address, outermost first.
fn parts(path: &str) -> Vec<&str> {
    path.split('/').filter(|it| !it.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_its_page_with_what_differs() {
        let case = Route::at("case", "/saker/:id");
        let id = Id::from_u128(7);
        assert_eq!(case.matches(&case.of("", id)), Some(Args { id, ..Args::default() }));
        assert_eq!(case.matches("/saker"), None);
        assert_eq!(case.matches("/saker/nonsense"), None);
        let form = Route::at("form", "/skjema/:kind/:id");
        let args = Args { id, kind: "unit".into() };
        assert_eq!(form.matches(&form.of("unit", id)), Some(args));
    }
}
