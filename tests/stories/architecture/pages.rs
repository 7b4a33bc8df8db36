//! The table of pages is the only place with a page's address. Everything else asks it by the page's name.

use std::collections::BTreeSet;

/// How a row of the table begins.
const ROW: &str = "Route::at(";
/// Calls that take a page's name first.
const BY_NAME: [&str; 3] = ["router::path(", "router::named(", "link::of("];
/// The first page's address, and the key that leads to the search.
const SLASH: &str = "/";

/// The rows of the table.
#[derive(Debug, Default)]
pub struct Table {
    /// The pages' names.
    pub names: BTreeSet<String>,
    /// The fixed parts of their addresses: `saker` and `brev` of `/saker/:id/brev`.
    parts: BTreeSet<String>,
}

impl Table {
    /// Reads the rows in some sources.
    pub fn of<'a>(sources: impl Iterator<Item = &'a str>) -> Self {
        let mut table = Self::default();
        for source in sources {
            code(source).split(ROW).skip(1).for_each(|row| table.take(row));
        }
        table
    }

    fn take(&mut self, row: &str) {
        let mut literals = literals(row).into_iter();
        self.names.extend(literals.next());
        let path = literals.next().unwrap_or_default();
        let parts = path.split('/').filter(|it| !it.is_empty() && !it.starts_with(':'));
        self.parts.extend(parts.map(str::to_owned));
    }

    /// The literals of a source, outside of rows, that hold an address or a piece of one.
    pub fn addresses(&self, source: &str) -> Vec<String> {
        let code = code(source);
        let mut pieces = code.split(ROW);
        let first = pieces.next().into_iter();
        let all = first.chain(pieces.map(after_call)).flat_map(literals);
        all.filter(|it| self.has_address(it)).collect()
    }

    fn has_address(&self, literal: &str) -> bool {
        let starts = literal.match_indices('/').map(|(at, _)| &literal[at + 1..]);
        let ends = |it: char| !it.is_alphanumeric() && it != '-';
        let mut pieces = starts.map(|it| it.split(ends).next().unwrap_or_default());
        literal == SLASH || pieces.any(|it| self.parts.contains(it))
    }

    /// The names in a source by which it asks for pages that are not in the table.
    pub fn unknown(&self, source: &str) -> Vec<String> {
        let code = code(source);
        let asked = BY_NAME.iter().flat_map(|call| code.split(call).skip(1));
        let names = asked.filter_map(|it| it.strip_prefix('"')?.split('"').next());
        names.filter(|it| !self.names.contains(*it)).map(str::to_owned).collect()
    }
}

/// What is after the call whose arguments a text begins with.
fn after_call(text: &str) -> &str {
    text.find(')').map_or("", |end| &text[end..])
}

/// A source without its comments and its tests.
fn code(source: &str) -> String {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|it| !it.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The texts between quotation marks, line by line: no text with an address goes over several.
fn literals(code: &str) -> Vec<String> {
    code.lines().flat_map(|line| line.split('"').skip(1).step_by(2)).map(str::to_owned).collect()
}

#[test]
fn an_address_outside_of_the_table_is_noticed() {
    let rows = [
        "&[\n Route::at(\"cases\", \"/saker\").section(),\n Route::at(\n \"letter\",\n \"/saker/:id/brev\",\n )]",
    ];
    let table = Table::of(rows.into_iter());
    assert_eq!(table.addresses(rows[0]), Vec::<String>::new());
    for wrong in ["/saker", "/", "/saker/{}/brev", "{}/brev", "{server}/saker?x"] {
        assert_eq!(table.addresses(&format!("href=\"{wrong}\"")), [wrong]);
    }
    for fine in ["/core/worker.js", "saker", "/sakerne", "a/b", " / "] {
        assert_eq!(table.addresses(&format!("of(\"{fine}\")")), Vec::<String>::new());
    }
    assert_eq!(table.addresses("// \"/saker\"\n#[cfg(test)] \"/saker\""), Vec::<String>::new());
}

#[test]
fn a_page_that_is_asked_for_by_a_wrong_name_is_noticed() {
    let table = Table::of(["Route::at(\"cases\", \"/saker\")"].into_iter());
    let source =
        "router::path(\"cases\") router::path(\"case\") link::of(\"brev\", id) router::path(name)";
    assert_eq!(table.unknown(source), ["case", "brev"]);
}
